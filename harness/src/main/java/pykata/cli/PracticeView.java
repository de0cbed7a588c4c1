package pykata.cli;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.text.WordUtils;
import picocli.CommandLine.Help.Ansi;
import pykata.answer.Page;
import pykata.practice.Hints;
import pykata.practice.KataProgress;
import pykata.practice.PracticeSession;
import pykata.practice.Verdict;

/**
 * What a learner sees of a verdict: the checks that pass, and the one that does not.
 *
 * @param width columns that there are
 */
record PracticeView(int width, Ansi ansi) {

    private static final int INDENT = 6;
    private static final int LABEL = 10; // "expected  ", as the checks write it
    private static final int LINES_PRINTED = 6;

    /** The checks up to the first that fails, what that one saw, and what the file printed. */
    String verdict(Verdict verdict) {
        var lines = new ArrayList<String>();
        verdict.lines().forEach(line -> lines.add(coloured(line)));
        lines.addAll(printed(verdict));
        lines.add("");
        lines.add(verdict.summary());
        return text(lines);
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

    /** The last lines that the file printed: how most of us debug. */
    private List<String> printed(Verdict verdict) {
        var lines = verdict.printed().lines().toList();
        if (lines.isEmpty()) {
            return lines;
        }
        var shown = new ArrayList<String>();
        shown.add(lines.size() > LINES_PRINTED ? "It printed, at last:" : "It printed:");
        lines.subList(Math.max(lines.size() - LINES_PRINTED, 0), lines.size())
                .forEach(line -> shown.add("  | " + shortened(line.replaceAll("\\p{Cntrl}", "?"), width - 4)));
        return shown;
    }

    private static String shortened(String line, int most) {
        return line.length() <= most ? line : line.substring(0, most - 3) + "...";
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
                : "Your version is kept as %s."
                        .formatted(workspace.kata().question().name(kept));
    }

    /** What can be done next. */
    static String keys(Hints hints, KataProgress progress) {
        var level = Math.min(progress.hints() + 1, hints.levels().size());
        return "Keys: h hint (%d of %d), a answer page, s solution, r reset, q quit"
                .formatted(level, hints.levels().size());
    }

    /** Markdown, in the columns that there are. */
    String prose(String markdown) {
        return text(new PlainText(width).blocks(Page.node(markdown.lines().toList())));
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
