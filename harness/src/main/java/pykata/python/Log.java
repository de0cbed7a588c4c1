package pykata.python;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a process printed before it ended.
 *
 * @param printed its output, from the end: at most 64 KB
 * @param stop what faulthandler wrote when the time was up; empty if the time was not up
 */
record Log(String printed, Optional<String> stop) {

    private static final int MOST = 64 << 10;

    /** With the threads' stacks after it, or the end: a program may print of time-outs of its own. */
    private static final Pattern STOP =
            Pattern.compile("Timeout \\([\\d:.PTHMS]+\\)!(?=\\R(?:Thread|Current thread|<)|\\s*\\z)");

    private static final Pattern FRAME = Pattern.compile("  File \"(.+)\", line (\\d+) in (.+)");

    static Log of(Path file) {
        var text = tail(file);
        return STOP.matcher(text)
                .results()
                .reduce((earlier, later) -> later)
                .map(stop -> new Log(text.substring(0, stop.start()), Optional.of(text.substring(stop.start()))))
                .orElseGet(() -> new Log(text, Optional.empty()));
    }

    /** The innermost line of the given folders that was running when the time was up, as {@code " at bank.py:7, in f"}. */
    String stoppedAt(List<Path> roots) {
        return FRAME.matcher(stop.orElse(""))
                .results()
                .filter(frame -> roots.stream().anyMatch(Path.of(frame.group(1))::startsWith))
                .map(frame -> " at %s:%s, in %s"
                        .formatted(Path.of(frame.group(1)).getFileName(), frame.group(2), frame.group(3)))
                .findFirst()
                .orElse("");
    }

    static String tail(Path file) {
        try (var text = Files.newInputStream(file)) {
            text.skip(Math.max(Files.size(file) - MOST, 0));
            return new String(text.readNBytes(MOST), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "(its output cannot be read: " + e.getMessage() + ")";
        }
    }
}
