package pykata.answer;

import java.util.List;
import java.util.Map;

/**
 * What a run found out that pages show.
 *
 * @param platform what it ran on, such as {@code linux-x86_64, JDK 25}
 * @param proved by id, the claims that are proved wherever they apply
 * @param outputs by command, what it printed
 */
public record Findings(String platform, Map<String, Proved> proved, Map<String, List<String>> outputs) {

    /** Of no run at all. */
    public static final Findings NONE = new Findings("", Map.of(), Map.of());

    /**
     * A claim that is proved.
     *
     * @param test the full name of the class that proves it
     * @param modules of the question that its proofs imported
     */
    public record Proved(ObservedTable table, String test, List<String> modules) {}
}
