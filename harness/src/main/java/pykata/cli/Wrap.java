package pykata.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.WordUtils;

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
        var lines = Arrays.stream(text.split("\n", -1))
                .flatMap(line -> Arrays.stream(wrapped(line, width - rest.length())))
                .toList();
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

    /** How many columns the longest text needs; 0 if there is none. */
    static int longest(Stream<String> texts) {
        return texts.mapToInt(String::length).max().orElse(0);
    }

    private static String[] wrapped(String line, int room) {
        var words = Arrays.stream(line.strip().split(" +"))
                .map(word -> word.length() > room ? word.replace(GLUE, ' ') : word)
                .collect(Collectors.joining(" "));
        var isCut = !words.contains("://"); // an address in pieces is none
        return WordUtils.wrap(words, room, "\n", isCut).replace(GLUE, ' ').split("\n", -1);
    }
}
