package pykata.scenarios.iot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import pykata.answer.Question;
import pykata.measured.Environment;

/** MEASURED.md: its sentences are by hand, and what stands between two marks comes from the last whole run. */
record MeasuredPage(Path file) {

    private static final Pattern BEGIN = Pattern.compile("<!-- measured: (\\w+) -->");
    private static final String END = "<!-- end -->";
    private static final String MACHINE = "machine";

    static MeasuredPage of(Question question) {
        return new MeasuredPage(question.folder().resolve("MEASURED.md"));
    }

    void write(Measure.Run run) throws IOException {
        Files.writeString(file, String.join("\n", with(run)) + "\n");
    }

    /** The page's lines as they are to be after a run. */
    List<String> with(Measure.Run run) throws IOException {
        var lines = new ArrayList<String>();
        var isOld = false;
        for (var line : Files.readAllLines(file)) {
            if (line.equals(END)) {
                isOld = false;
            }
            if (!isOld) {
                lines.add(line);
            }
            var begin = BEGIN.matcher(line);
            if (begin.matches()) {
                isOld = true;
                lines.add("");
                lines.addAll(block(begin.group(1), run));
                lines.add("");
            }
        }
        return lines;
    }

    private static List<String> block(String name, Measure.Run run) {
        if (name.equals(MACHINE)) {
            return List.of(machine(run.environment()));
        }
        var table = run.tables().get(name);
        if (table == null) {
            throw new IllegalStateException("the run has no table %s".formatted(name));
        }
        var all = new ArrayList<>(table.markdown());
        all.add("");
        all.add(String.format(
                Locale.ROOT,
                "Load average of the machine before and after: %.1f and %.1f.",
                table.load().getFirst(),
                table.load().getLast()));
        return all;
    }

    private static String machine(Environment on) {
        return "Measured on %s: %s, %d processors, %d GB, %s, JDK %s, GraalPy %s, CPython %s, commit %s."
                .formatted(
                        on.date(),
                        on.processor(),
                        on.processors(),
                        on.memoryGigabytes(),
                        on.platform(),
                        on.jdk(),
                        on.graalPy(),
                        on.cPython(),
                        on.commit());
    }
}
