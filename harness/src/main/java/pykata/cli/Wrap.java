package pykata.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Text broken into lines of at most so many columns. What is joined by {@link #GLUE} is broken last. */
record Wrap(int width) {

    /** A space that does not end a line, if that can be helped. */
    static final char GLUE = '\u00a0';

    /**
     * The lines of a text.
     *
     * @param first what the first line begins with
     * @param rest what the others begin with, as long as the first
     */
    List<String> lines(String first, String rest, String text) {
        var lines = new ArrayList<String>();
        for (var line : text.split("\n", -1)) {
            fill(line, width - rest.length(), lines);
        }
        return prefixed(first, rest, lines);
    }

    List<String> lines(String text) {
        return lines("", "", text);
    }

    static List<String> prefixed(String first, String rest, List<String> lines) {
        var prefixed = new ArrayList<String>();
        for (var line : lines) {
            prefixed.add(((prefixed.isEmpty() ? first : rest) + line).stripTrailing());
        }
        return prefixed;
    }

    private static void fill(String text, int room, List<String> lines) {
        var line = new StringBuilder();
        for (var word : words(text, room).toList()) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > room) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word.replace(GLUE, ' '));
        }
        lines.add(line.toString());
    }

    private static Stream<String> words(String text, int room) {
        return Arrays.stream(text.strip().split(" +")).flatMap(word -> parts(word, room));
    }

    private static Stream<String> parts(String word, int room) {
        if (word.length() <= room || word.contains("://")) {
            return Stream.of(word); // an address in pieces is none
        }
        var glued = word.indexOf(GLUE);
        var end = glued > 0 ? glued : room;
        return Stream.concat(
                parts(word.substring(0, end), room), parts(word.substring(glued > 0 ? end + 1 : end), room));
    }
}
