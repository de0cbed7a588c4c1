package pykata.cli;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.text.WordUtils;
import picocli.CommandLine.Help.Ansi;
import pykata.answer.Page;
import pykata.practice.KataProgress;
import pykata.practice.Outcome;
import pykata.practice.PracticeSession;
import pykata.practice.Verdict;
import pykata.python.GraalPy;

/**
 * What a learner sees of a verdict: the checks that pass, and the one that does not.
 *
 * @param width columns that there are
 */
record PracticeView(int width, Ansi ansi) {

    private static final int INDENT = 6;
    private static final int LABEL = 10; // "expected  ", as the checks write it
    private static final int LINES_PRINTED = 200;

    /** Of a file that printed until it was stopped: they are alike. */
    private static final int LINES_PRINTED_TO_THE_LIMIT = 20;

    /** The checks up to the first that fails, what that one saw, and what the file printed in it. */
    String verdict(Verdict verdict) {
        var lines = new ArrayList<String>();
        verdict.lines().forEach(line -> lines.add(coloured(Printable.of(line))));
        lines.addAll(printed(verdict));
        lines.add("");
        lines.add(Printable.of(verdict.summary()));
        return text(lines);
    }

    /** What is said while GraalPy tries a file that CPython finds right; its outcome follows in the same line. */
    static String beforeSecond() {
        return "And on GraalPy %s ... ".formatted(GraalPy.version().version());
    }

    /** What becomes of it there. */
    String second(Verdict verdict) {
        var outcome = verdict.outcome();
        if (!isUnusable(outcome)) {
            return outcome + "\n" + (outcome == Outcome.SOLVED ? "" : verdict(verdict));
        }
        var lines = new ArrayList<String>();
        lines.add("not tried: it speaks Python " + GraalPy.language());
        if (outcome == Outcome.IMPORT_ERROR) {
            lines.add("      and may use neither native code nor files of others here.");
        }
        verdict.lines().stream().skip(1).forEach(line -> lines.add(wrapped(Printable.of(line))));
        return text(lines);
    }

    /** The exit status after both verdicts: what GraalPy cannot read is no fault of the solution. */
    static int status(Verdict second) {
        return isUnusable(second.outcome()) ? 0 : second.outcome().status();
    }

    private static boolean isUnusable(Outcome outcome) {
        return outcome == Outcome.SYNTAX_ERROR || outcome == Outcome.IMPORT_ERROR;
    }

    private String coloured(String line) {
        if (line.startsWith("ok ")) {
            return ansi.string("@|green ok|@") + line.substring(2);
        }
        if (line.startsWith("FAIL ")) {
            return ansi.string("@|bold,red FAIL|@") + line.substring(4);
        }
        return wrapped(line);
    }

    private String wrapped(String line) {
        var indent = " ".repeat(INDENT);
        var under = "\n" + indent + " ".repeat(LABEL);
        return indent + WordUtils.wrap(line.substring(INDENT), Math.max(width - INDENT - LABEL, 20), under, true);
    }

    /** The lines that the file printed in the check that decides: how most of us debug. */
    private List<String> printed(Verdict verdict) {
        var lines = verdict.printed().lines().toList();
        if (lines.isEmpty()) {
            return lines;
        }
        var most = verdict.outcome() == Outcome.LIMIT_HIT ? LINES_PRINTED_TO_THE_LIMIT : LINES_PRINTED;
        var shown = new ArrayList<String>();
        shown.add(lines.size() > most ? "It printed, at last:" : "It printed:");
        lines.subList(Math.max(lines.size() - most, 0), lines.size())
                .forEach(line -> shown.add("  | " + shortened(Printable.of(line), width - 4)));
        return shown;
    }

    private static String shortened(String line, int most) {
        return line.length() <= most ? line : line.substring(0, most - 3) + "...";
    }

    /** How the learner's file differs from the solution. */
    String difference(List<String> lines) {
        if (lines.isEmpty()) {
            return "It is the solution, letter by letter.\n";
        }
        return text(lines.stream()
                .map(Printable::of)
                .map(line -> switch (line.isEmpty() ? ' ' : line.charAt(0)) {
                    case '-' -> ansi.string("@|red -|@") + line.substring(1);
                    case '+' -> ansi.string("@|green +|@") + line.substring(1);
                    default -> line;
                })
                .toList());
    }

    /** Where somebody stands who comes back; empty for who never came. */
    static String progress(KataProgress progress) {
        if (progress.checks() == 0) {
            return "";
        }
        var hints = progress.hints() == 0 ? "" : ", %d of the hints taken".formatted(progress.hints());
        var solved = progress.solvedOn() == null ? "Solved before" : "Solved on " + progress.solvedOn();
        var last = "%d of %d checks passed".formatted(progress.passed(), progress.checks());
        if (progress.passes()) {
            return solved + hints + ".";
        }
        return (progress.solvedOn() == null ? "Last time " + last : solved + ", last time " + last) + hints + ".";
    }

    /** Starts over, and says what became of the learner's version. */
    static String reset(PracticeSession session) {
        var workspace = session.workspace();
        var kept = workspace.reset();
        return kept.equals(workspace.file())
                ? "There is a fresh copy of the exercise."
                : "Your version is kept as %s.".formatted(session.question().name(kept));
    }

    /**
     * What can be done next.
     *
     * @param hints how many there are
     * @param needEnter whether the terminal hands on whole lines only
     */
    String keys(int hints, KataProgress progress, boolean isSolved, boolean needEnter) {
        var level = Math.min(progress.hints() + 1, hints);
        var first = isSolved ? "d difference to the solution" : "h hint (%d of %d)".formatted(level, hints);
        var keys = "%s: %s, t task, a answer page, s solution, r reset, q quit"
                .formatted(needEnter ? "Keys, each with Enter" : "Keys", first);
        return String.join("\n", new Wrap(width).lines(keys));
    }

    /** The hints that were taken, and that there are no more, if so. */
    String hints(List<String> taken, int all) {
        var last = taken.size() == all ? "\nThere are no more hints.\n" : "";
        return String.join("\n", taken.stream().map(this::prose).toList()) + last;
    }

    /** Markdown, in the columns that there are. */
    String prose(String markdown) {
        return text(new PlainText(width).blocks(Page.node(markdown.lines().toList())));
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
