package pykata.answer;

import java.util.List;
import java.util.Map;

/**
 * What a run found out that pages show.
 *
 * @param platform what it ran on, such as {@code linux-x86_64, JDK 25}
 * @param proved by id, the claims that are proved wherever they apply
 * @param printed by file, what the program in it printed on each interpreter
 * @param outputs by command, the lines it printed
 */
public record Findings(
        String platform,
        Map<String, Proved> proved,
        Map<String, Map<String, String>> printed,
        Map<String, List<String>> outputs) {

    /** Of no run at all. */
    public static final Findings NONE = of(Map.of());

    /** Nothing but what programs printed. */
    public static Findings of(Map<String, Map<String, String>> printed) {
        return new Findings("", Map.of(), printed, Map.of());
    }

    /**
     * A claim that is proved.
     *
     * @param test the file of the test that proves it, relative to the question's folder
     * @param modules of the question that its proofs imported
     */
    public record Proved(ObservedTable table, String test, List<String> modules) {}
}
