package pykata.measured;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.function.Uncheck;

/**
 * What a question's {@code mutants.md} says: how many mutants of its code were killed, and why the others may live.
 *
 * @param parts of the Python under proof, and of the kata's solution if there is a kata
 */
public record MutationScore(List<Part> parts) {

    public static final String PYTHON = "the Python";
    public static final String KATA = "the kata's solution";

    private static final String INTRODUCTION = """
            Each mutant is the code with one small mistake. `./kata mutants` ran the claims, or the kata's checks, on each, and
            wrote this page; it keeps the reasons in the last column, which somebody has given.
            """;

    private static final String COUNTS = """
            | mutants of | made | killed by an assertion | by a crash | by a hang | alive | hash of all that decides it |
            |---|---|---|---|---|---|---|
            """;

    private static final Pattern COUNT =
            Pattern.compile("(?m)^\\| (.+?) \\| \\d+ \\| (\\d+) \\| (\\d+) \\| (\\d+) \\| \\d+ \\| `(\\w+)` \\|$");

    /**
     * The mutants of the Python, or of the kata's solution.
     *
     * @param hash of all that decides which of them are killed
     */
    public record Part(String name, String hash, int assertion, int crash, int hang, List<Survivor> survivors) {

        int killed() {
            return assertion + crash + hang;
        }

        int made() {
            return killed() + survivors.size();
        }

        /** Nine of ten are killed. */
        boolean meetsBar() {
            return killed() * 10 >= made() * 9;
        }

        private Part explained(List<Survivor> earlier) {
            var known = survivors.stream().map(each -> each.explained(earlier)).toList();
            return new Part(name, hash, assertion, crash, hang, known);
        }

        private String row() {
            return "| %s | %d | %d | %d | %d | %d | `%s` |"
                    .formatted(name, made(), assertion, crash, hang, survivors.size(), hash);
        }
    }

    public static Path in(Path folder) {
        return folder.resolve("mutants.md");
    }

    /** The score in a question's folder; of no parts if there is none. */
    public static MutationScore read(Path folder) {
        return Files.exists(in(folder))
                ? parse(Uncheck.apply(Files::readString, in(folder)))
                : new MutationScore(List.of());
    }

    static MutationScore parse(String page) {
        var survivors = Survivor.in(page).collect(Collectors.partitioningBy(Survivor::isOfKata));
        return new MutationScore(COUNT.matcher(page)
                .results()
                .map(count -> new Part(
                        count.group(1),
                        count.group(5),
                        Integer.parseInt(count.group(2)),
                        Integer.parseInt(count.group(3)),
                        Integer.parseInt(count.group(4)),
                        survivors.get(count.group(1).equals(KATA))))
                .toList());
    }

    public void write(Path folder) {
        Uncheck.run(() -> Files.writeString(in(folder), text()));
    }

    String text() {
        var counts = parts.stream().map(Part::row).collect(Collectors.joining("\n", COUNTS, "\n"));
        var alive = survivors().map(Survivor::row).collect(Collectors.joining("\n", Survivor.HEAD, "\n"));
        return Stream.of("Killed: " + summary() + "\n", INTRODUCTION, counts, alive)
                .filter(part -> !part.equals(Survivor.HEAD + "\n"))
                .collect(Collectors.joining("\n"));
    }

    /** {@code 117 of 120 of the Python, 58 of 60 of the kata's solution}. */
    public String summary() {
        return parts.stream()
                .map(part -> "%d of %d of %s".formatted(part.killed(), part.made(), part.name()))
                .collect(Collectors.joining(", "));
    }

    /** {@code 117 of 120, 58 of 60}; empty if no mutants have been tried. */
    public Optional<String> counts() {
        return parts.stream()
                .map(part -> "%d of %d".formatted(part.killed(), part.made()))
                .reduce((python, kata) -> python + ", " + kata);
    }

    /** A part that was decided by what decides it now. */
    public Optional<Part> part(String name, String hash) {
        return part(name).filter(part -> part.hash().equals(hash));
    }

    private Optional<Part> part(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).findFirst();
    }

    /** With the reasons that an earlier score gives for the same survivors. */
    public MutationScore explained(MutationScore earlier) {
        var known = earlier.survivors().toList();
        return new MutationScore(
                parts.stream().map(part -> part.explained(known)).toList());
    }

    private Stream<Survivor> survivors() {
        return parts.stream().flatMap(part -> part.survivors().stream());
    }

    /** The survivors of which nobody has said why they may live. */
    public List<Survivor> unexplained() {
        return survivors().filter(survivor -> survivor.reason().isEmpty()).toList();
    }

    /** What is wrong with it, whatever it is the score of. */
    public List<String> faults() {
        var unexplained = unexplained().size();
        return Stream.concat(
                        parts.stream()
                                .filter(part -> !part.meetsBar())
                                .map(part -> "fewer than nine of ten mutants of %s are killed".formatted(part.name())),
                        Stream.of("%d mutants live and have no reason to".formatted(unexplained))
                                .filter(fault -> unexplained > 0))
                .toList();
    }

    /** What is wrong with the score of a question as it is now, that it has none included. */
    public static List<String> faults(Path root, Path folder) {
        var score = read(folder);
        var deciding = new Deciding(root, folder);
        var kata = Files.exists(folder.resolve("kata/checks.py"))
                ? score.stale(KATA, deciding::kata)
                : Stream.<String>empty();
        return Stream.of(score.stale(PYTHON, deciding::python), kata, score.faults().stream())
                .flatMap(faults -> faults)
                .toList();
    }

    private Stream<String> stale(String name, Supplier<String> hash) {
        var part = part(name);
        if (part.filter(tried -> tried.hash().equals(hash.get())).isPresent()) {
            return Stream.empty();
        }
        var since = part.isPresent() ? " since what decides their fate has changed" : "";
        return Stream.of("the mutants of %s have not been tried%s".formatted(name, since));
    }
}
