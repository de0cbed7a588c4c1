package pykata.cli;

import java.util.Arrays;
import java.util.EnumSet;
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

    private static final Comparison DIFFERENT = new Comparison(1, "DIFFERENT.");

    private Comparison(int status, String verdict) {
        this(status, List.of(verdict));
    }

    static Comparison of(Trial cPython, Trial graalPy) {
        var one = cPython.answer();
        var other = graalPy.answer();
        if (!one.outcome().isAnswer() || !other.outcome().isAnswer()) {
            return notCompared(one, other);
        }
        var difference = difference(one, other);
        if (difference != null) {
            return KnownDifference.between(one, other).map(difference::and).orElse(difference);
        }
        var comparison = ofWhatIsPrinted(cPython.out(), graalPy.out());
        return one.outcome() == Outcome.RAISED && "FileNotFoundError".equals(one.type())
                ? comparison.and("The function runs in an empty folder; a file beside its own is found from __file__.")
                : comparison;
    }

    boolean isOfAnswersThatDiffer() {
        return status == 1;
    }

    /** The same, unless one Python, asked twice, differs from itself. */
    Comparison given(Comparison ofOneAskedTwice) {
        return ofOneAskedTwice.isOfAnswersThatDiffer()
                ? new Comparison(
                        3,
                        "Not compared: asked again, CPython differs from itself, too. Chance, the time of day"
                                + " and id(...) do that: fix a seed, or pass the time as an argument.")
                : this;
    }

    private Comparison and(String sentence) {
        return new Comparison(
                status, Stream.concat(sentences.stream(), Stream.of(sentence)).toList());
    }

    private static Comparison notCompared(Answer one, Answer other) {
        var isLate = Stream.of(one, other).anyMatch(answer -> answer.outcome() == Outcome.STOPPED);
        var who = one.outcome().isAnswer() ? "GraalPy" : other.outcome().isAnswer() ? "CPython" : "neither";
        return new Comparison(
                3,
                "Not compared: %s gave %s answer.%s"
                        .formatted(
                                who,
                                who.equals("neither") ? "an" : "no",
                                isLate ? " --seconds N gives them longer." : ""));
    }

    /** Null if there is none. */
    private static @Nullable Comparison difference(Answer one, Answer other) {
        var isSameType = Objects.equals(one.type(), other.type());
        if (one.outcome() != other.outcome()) {
            var areValues = EnumSet.of(one.outcome(), other.outcome())
                    .equals(EnumSet.of(Outcome.RETURNED, Outcome.INCOMPARABLE));
            return areValues && isSameType
                    ? new Comparison(3, "Not compared: one Python has no text for it.")
                    : DIFFERENT;
        }
        return switch (one.outcome()) {
            case RETURNED -> ofValues(one, other);
            case RAISED -> isSameType ? null : DIFFERENT;
            case INCOMPARABLE -> isSameType ? new Comparison(3, "Not compared: " + cure(one)) : DIFFERENT;
            default -> new Comparison(3, "Not tried: neither can import the file.");
        };
    }

    private static @Nullable Comparison ofValues(Answer one, Answer other) {
        if (Objects.equals(one.exact(), other.exact())) {
            return null;
        }
        if (Objects.equals(one.unordered(), other.unordered())) {
            return new Comparison(1, "DIFFERENT in the order of a dict only: == finds the two equal.");
        }
        var where = place(one.exact(), other.exact());
        return where.isEmpty() ? DIFFERENT : new Comparison(1, "DIFFERENT, " + where);
    }

    /** What can be returned instead. */
    private static String cure(Answer answer) {
        return switch (answer.type()) {
            case "coroutine" -> "return asyncio.run(...) of it.";
            case "generator", "map", "filter", "zip" -> "return list(...) of it.";
            case null, default -> "return what matters of it, as numbers, text, lists or dicts.";
        };
    }

    /** Where two long texts part; empty for short ones, where everybody sees it. */
    private static String place(String one, String other) {
        if (Math.max(one.length(), other.length()) <= BothCommand.MOST_SHOWN) {
            return "";
        }
        var at = Arrays.mismatch(one.toCharArray(), other.toCharArray());
        var from = Math.max(at - AROUND, 0);
        BiFunction<String, Integer, String> part =
                (text, start) -> text.substring(start, Math.min(start + 2 * AROUND, text.length()));
        return "from character %d on: ...%s... and ...%s..."
                .formatted(at + 1, part.apply(one, from), part.apply(other, from));
    }

    private static Comparison ofWhatIsPrinted(String one, String other) {
        return masked(one).equals(masked(other))
                ? new Comparison(0, "The same.")
                : new Comparison(1, "DIFFERENT in what it prints.");
    }

    /** Where an object lies in memory is nobody's answer. */
    private static String masked(String printed) {
        return ADDRESS.matcher(printed).replaceAll("0x").stripTrailing();
    }
}
