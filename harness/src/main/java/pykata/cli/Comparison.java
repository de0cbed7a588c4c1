package pykata.cli;

import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pykata.cli.Probe.Answer;
import pykata.cli.Probe.Outcome;
import pykata.cli.Probe.Trial;

/**
 * Whether two Pythons say the same, and if not, why that is so where it is known.
 *
 * @param status the command's exit status
 * @param sentences the first one is the verdict
 */
record Comparison(int status, List<String> sentences) {

    private static final Pattern ADDRESS = Pattern.compile("\\b0x[0-9a-fA-F]+");

    /** Characters around the first difference of two long texts. */
    private static final int AROUND = 30;

    static Comparison of(Trial cPython, Trial graalPy) {
        var one = cPython.answer();
        var other = graalPy.answer();
        if (!one.outcome().isAnswer() || !other.outcome().isAnswer()) {
            return notCompared(one, other);
        }
        var difference = difference(one, other);
        if (difference == null) {
            var comparison = ofWhatIsPrinted(cPython.out(), graalPy.out());
            return one.outcome() == Outcome.RAISED && "FileNotFoundError".equals(one.type())
                    ? comparison.and(
                            "The function runs in an empty folder; a file beside its own is found from __file__.")
                    : comparison;
        }
        var why = KnownDifference.between(one, other).map(KnownDifference::sentence);
        return new Comparison(
                difference.status,
                Stream.concat(Stream.of(difference.sentence), why.stream()).toList());
    }

    boolean isOfAnswersThatDiffer() {
        return status == 1;
    }

    /** The same, unless one Python, asked twice, differs from itself. */
    Comparison given(Comparison ofOneAskedTwice) {
        return ofOneAskedTwice.isOfAnswersThatDiffer()
                ? new Comparison(
                        3,
                        List.of("Not compared: asked again, CPython differs from itself, too. Chance, the time of day"
                                + " and id(...) do that: fix a seed, or pass the time as an argument."))
                : this;
    }

    private record Difference(int status, String sentence) {}

    private Comparison and(String sentence) {
        return new Comparison(
                status, Stream.concat(sentences.stream(), Stream.of(sentence)).toList());
    }

    private static Comparison notCompared(Answer one, Answer other) {
        var isLate = Stream.of(one, other).anyMatch(answer -> answer.outcome() == Outcome.STOPPED);
        var who = one.outcome().isAnswer() ? "GraalPy" : other.outcome().isAnswer() ? "CPython" : "neither";
        return new Comparison(
                3,
                List.of("Not compared: %s gave %s answer.%s"
                        .formatted(
                                who,
                                who.equals("neither") ? "an" : "no",
                                isLate ? " --seconds N gives them longer." : "")));
    }

    /** Null if there is none. */
    private static @Nullable Difference difference(Answer one, Answer other) {
        if (one.outcome() != other.outcome()) {
            var areValues = Stream.of(one, other)
                    .allMatch(
                            answer -> answer.outcome() == Outcome.RETURNED || answer.outcome() == Outcome.INCOMPARABLE);
            return areValues && Objects.equals(one.type(), other.type())
                    ? new Difference(3, "Not compared: one Python has no text for it.")
                    : new Difference(1, "DIFFERENT.");
        }
        return switch (one.outcome()) {
            case RETURNED -> ofValues(one, other);
            case RAISED -> Objects.equals(one.type(), other.type()) ? null : new Difference(1, "DIFFERENT.");
            case INCOMPARABLE ->
                Objects.equals(one.type(), other.type())
                        ? new Difference(3, "Not compared: " + cure(one))
                        : new Difference(1, "DIFFERENT.");
            default -> new Difference(3, "Not tried: neither can import the file.");
        };
    }

    private static @Nullable Difference ofValues(Answer one, Answer other) {
        if (Objects.equals(one.exact(), other.exact())) {
            return null;
        }
        if (Objects.equals(one.unordered(), other.unordered())) {
            return new Difference(1, "DIFFERENT in the order of a dict only: == finds the two equal.");
        }
        var where = place(one.exact(), other.exact());
        return new Difference(1, where.isEmpty() ? "DIFFERENT." : "DIFFERENT, " + where);
    }

    /** What can be returned instead. */
    private static String cure(Answer answer) {
        var kind = Objects.requireNonNullElse(answer.type(), "");
        return switch (kind) {
            case "coroutine" -> "return asyncio.run(...) of it.";
            case "generator", "map", "filter", "zip" -> "return list(...) of it.";
            default -> "return what matters of it, as numbers, text, lists or dicts.";
        };
    }

    /** Where two long texts part; empty for short ones, where everybody sees it. */
    private static String place(String one, String other) {
        if (Math.max(one.length(), other.length()) <= BothCommand.MOST_SHOWN) {
            return "";
        }
        var at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        var from = Math.max(at - AROUND, 0);
        BiFunction<String, Integer, String> part =
                (text, start) -> text.substring(start, Math.min(start + 2 * AROUND, text.length()));
        return "from character %d on: ...%s... and ...%s..."
                .formatted(at + 1, part.apply(one, from), part.apply(other, from));
    }

    private static Comparison ofWhatIsPrinted(String one, String other) {
        var isSame = masked(one).equals(masked(other));
        return isSame
                ? new Comparison(0, List.of("The same."))
                : new Comparison(1, List.of("DIFFERENT in what it prints."));
    }

    /** Where an object lies in memory is nobody's answer. */
    private static String masked(String printed) {
        return ADDRESS.matcher(printed).replaceAll("0x").stripTrailing();
    }
}
