package pykata.measured;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a question's {@code mutants.md} says: how many mutants of its code were killed, and why the others may live.
 *
 * @param parts of the Python under proof, and of the kata's solution if there is a kata
 */
public record MutationScore(List<Part> parts) {

    /** Of ten mutants, how many must be killed. */
    private static final int BAR = 9;

    private static final String INTRODUCTION = """
            `./kata mutants` made these mutants, each with one small mistake, and ran the claims, or the kata's checks, on each.
            It writes this page, but for the reasons in the last column, which it keeps.
            """;

    private static final String COUNTS = """
            | mutants of | made | killed by an assertion | by a crash | by a hang | alive | hash of all that decides it |
            |---|---|---|---|---|---|---|
            """;

    private static final String SURVIVORS = """
            | alive | as it is | as it might be | why that may live |
            |---|---|---|---|
            """;

    private static final Pattern COUNT =
            Pattern.compile("\\| (.+?) \\| \\d+ \\| (\\d+) \\| (\\d+) \\| (\\d+) \\| \\d+ \\| `(\\w+)` \\|");
    private static final Pattern SURVIVOR = Pattern.compile(
            "\\| \\[.*?:(\\d+)]\\((.*?)#L\\d+\\)(?: `+ ?(.*?) ?`+)?(?: \\((\\d+)\\))? \\|(.*?)(?<!\\\\)\\|(.*?)(?<!\\\\)\\|(.*)\\|");

    /** A part's name in the first line, and at the beginning of its row. */
    public record Part(String name, String hash, int assertion, int crash, int hang, List<Survivor> survivors) {

        public int killed() {
            return assertion + crash + hang;
        }

        public int made() {
            return killed() + survivors.size();
        }

        boolean meetsBar() {
            return killed() * 10 >= made() * BAR;
        }

        /** With the reasons that somebody has given for survivors of an earlier score. */
        public Part explained(List<Survivor> earlier) {
            return new Part(
                    name,
                    hash,
                    assertion,
                    crash,
                    hang,
                    survivors.stream().map(each -> each.explained(earlier)).toList());
        }
    }

    /**
     * A mutant that nothing notices.
     *
     * @param file relative to the question's folder
     * @param function that it is in; empty if in none
     * @param number counts the mutants of a function in which the same becomes of the same
     * @param reason why it may live; empty if nobody has said
     */
    public record Survivor(
            String file, int line, String function, String before, String after, int number, String reason) {

        private static final String NONE = "**NO REASON YET**";

        private boolean isSame(Survivor other) {
            return file.equals(other.file)
                    && function.equals(other.function)
                    && before.equals(other.before)
                    && after.equals(other.after)
                    && number == other.number;
        }

        private Survivor explained(List<Survivor> earlier) {
            var known =
                    earlier.stream().filter(this::isSame).map(Survivor::reason).findFirst();
            return new Survivor(file, line, function, before, after, number, known.orElse(reason));
        }

        String row() {
            return "| [%s:%d](%s#L%d)%s%s | %s | %s | %s |"
                    .formatted(
                            file.substring(file.lastIndexOf('/') + 1),
                            line,
                            file,
                            line,
                            function.isEmpty() ? "" : " `" + function + "`",
                            number == 1 ? "" : " (" + number + ")",
                            code(before),
                            code(after),
                            reason.isEmpty() ? NONE : reason);
        }

        static Survivor parse(java.util.regex.Matcher row) {
            var reason = row.group(7).strip();
            return new Survivor(
                    row.group(2),
                    Integer.parseInt(row.group(1)),
                    row.group(3) == null ? "" : row.group(3),
                    text(row.group(5)),
                    text(row.group(6)),
                    row.group(4) == null ? 1 : Integer.parseInt(row.group(4)),
                    reason.equals(NONE) ? "" : reason);
        }

        /** A line of code in a cell: its own backquotes and bars do not end it. */
        private static String code(String line) {
            var cell = line.replace("|", "\\|");
            return cell.isEmpty() ? "nothing" : cell.contains("`") ? "`` " + cell + " ``" : "`" + cell + "`";
        }

        private static String text(String cell) {
            var code = cell.strip().replace("\\|", "|");
            return code.equals("nothing")
                    ? ""
                    : code.startsWith("`` ")
                            ? code.substring(3, code.length() - 3)
                            : code.substring(1, code.length() - 1);
        }
    }

    public static Path in(Path folder) {
        return folder.resolve("mutants.md");
    }

    /** The score in a question's folder; of no parts if there is none. */
    public static MutationScore read(Path folder) {
        var file = in(folder);
        if (!Files.exists(file)) {
            return new MutationScore(List.of());
        }
        try {
            return parse(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MutationScore parse(List<String> lines) {
        var parts = new ArrayList<Part>();
        var survivors = lines.stream()
                .map(SURVIVOR::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(Survivor::parse)
                .toList();
        for (var line : lines) {
            var count = COUNT.matcher(line);
            if (count.matches()) {
                var isKata = count.group(1).contains("kata");
                parts.add(new Part(
                        count.group(1),
                        count.group(5),
                        Integer.parseInt(count.group(2)),
                        Integer.parseInt(count.group(3)),
                        Integer.parseInt(count.group(4)),
                        survivors.stream()
                                .filter(survivor -> isKata == survivor.file().startsWith("kata/"))
                                .toList()));
            }
        }
        return new MutationScore(List.copyOf(parts));
    }

    /** {@code 117 of 120 of the Python, 58 of 60 of the kata's solution}. */
    public String summary() {
        return parts.stream()
                .map(part -> "%d of %d of %s".formatted(part.killed(), part.made(), part.name()))
                .collect(Collectors.joining(", "));
    }

    public String text() {
        var counts = parts.stream()
                .map(part -> "| %s | %d | %d | %d | %d | %d | `%s` |"
                        .formatted(
                                part.name(),
                                part.made(),
                                part.assertion(),
                                part.crash(),
                                part.hang(),
                                part.survivors().size(),
                                part.hash()));
        var rows = parts.stream()
                .flatMap(part -> part.survivors().stream())
                .map(Survivor::row)
                .toList();
        return Stream.of(
                        "Killed: " + summary() + "\n",
                        INTRODUCTION,
                        COUNTS + counts.collect(Collectors.joining("\n", "", "\n")),
                        rows.isEmpty() ? "" : SURVIVORS + String.join("\n", rows) + "\n")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    public void write(Path folder) {
        try {
            Files.writeString(in(folder), text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The survivors of which nobody has said why they may live. */
    public List<Survivor> unexplained() {
        return parts.stream()
                .flatMap(part -> part.survivors().stream())
                .filter(survivor -> survivor.reason().isEmpty())
                .toList();
    }

    public boolean meetsBar() {
        return parts.stream().allMatch(Part::meetsBar);
    }
}
