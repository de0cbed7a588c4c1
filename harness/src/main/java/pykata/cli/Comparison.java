package pykata.cli;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
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
        var comparison = masked(cPython.out()).equals(masked(graalPy.out()))
                ? new Comparison(0, "The same.")
                : new Comparison(1, "DIFFERENT in what it prints.");
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
                ? notCompared(
                        "asked again, CPython differs from itself, too. Chance, the time of day and id(...) do that:"
                                + " fix a seed, or pass the time as an argument.")
                : this;
    }

    private Comparison and(String sentence) {
        return new Comparison(
                status, Stream.concat(sentences.stream(), Stream.of(sentence)).toList());
    }

    private static Comparison notCompared(Answer one, Answer other) {
        var isLate = Stream.of(one, other).anyMatch(answer -> answer.outcome() == Outcome.STOPPED);
        var who = one.outcome().isAnswer()
                ? "GraalPy gave no"
                : other.outcome().isAnswer() ? "CPython gave no" : "neither gave an";
        return notCompared(who + " answer." + (isLate ? " --seconds N gives them longer." : ""));
    }

    private static Comparison notCompared(String why) {
        return new Comparison(3, "Not compared: " + why);
    }

    /** Null if there is none. */
    private static @Nullable Comparison difference(Answer one, Answer other) {
        var isSameType = Objects.equals(one.type(), other.type());
        if (one.outcome() != other.outcome()) {
            var areValues = EnumSet.of(one.outcome(), other.outcome())
                    .equals(EnumSet.of(Outcome.RETURNED, Outcome.INCOMPARABLE));
            return areValues && isSameType ? notCompared("one Python has no text for it.") : DIFFERENT;
        }
        return switch (one.outcome()) {
            case RETURNED -> ofValues(one, other);
            case RAISED -> isSameType ? null : DIFFERENT;
            case INCOMPARABLE -> isSameType ? notCompared(cure(one)) : DIFFERENT;
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
        return ofTexts(one.exact(), other.exact());
    }

    /** What can be returned instead. */
    private static String cure(Answer answer) {
        return switch (answer.type()) {
            case "coroutine" -> "return asyncio.run(...) of it.";
            case "generator", "map", "filter", "zip" -> "return list(...) of it.";
            case null, default -> "return what matters of it, as numbers, text, lists or dicts.";
        };
    }

    /** Where two long texts part; of short ones everybody sees it. */
    private static Comparison ofTexts(String one, String other) {
        if (Math.max(one.length(), other.length()) <= BothCommand.MOST_SHOWN) {
            return DIFFERENT;
        }
        var at = Arrays.mismatch(one.toCharArray(), other.toCharArray());
        return new Comparison(
                1,
                "DIFFERENT, from character %d on: ...%s... and ...%s..."
                        .formatted(at + 1, around(at, one), around(at, other)));
    }

    private static String around(int at, String text) {
        var from = Math.max(at - AROUND, 0);
        return text.substring(from, Math.min(from + 2 * AROUND, text.length()));
    }

    /** Where an object lies in memory is nobody's answer. */
    private static String masked(String printed) {
        return ADDRESS.matcher(printed).replaceAll("0x").stripTrailing();
    }
}
