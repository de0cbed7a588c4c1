package pykata.answer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A region of a source file as a page shows it: between {@code # region name} and {@code # endregion}. */
final class Listing {

    private static final Map<String, String> LANGUAGES = Map.of("py", "python", "java", "java", "xml", "xml");

    private static final String BEGIN = "(#|//) region .+";
    private static final String END = "(#|//) endregion";

    private Listing() {}

    /**
     * The fenced block for a region.
     *
     * @param folder what the reference's path is relative to
     * @param reference {@code path#region}, or {@code path} for the whole file
     * @throws IllegalArgumentException if there is no such file or region
     */
    static List<String> fenced(Path folder, String reference) {
        var parts = reference.split("#", 2);
        var file = folder.resolve(parts[0]);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("there is no file " + parts[0]);
        }
        var source = lines(file);
        var shown = parts.length == 1 ? source : region(source, parts[1], parts[0]);
        var extension = parts[0].substring(parts[0].lastIndexOf('.') + 1);
        var block = new ArrayList<String>();
        block.add("```" + LANGUAGES.getOrDefault(extension, ""));
        block.addAll(dedent(shown.stream().filter(line -> !isMark(line)).toList()));
        block.add("```");
        return block;
    }

    private static List<String> region(List<String> source, String name, String file) {
        for (var start = 0; start < source.size(); start++) {
            if (source.get(start).strip().matches("(#|//) region " + Pattern.quote(name))) {
                var open = 1; // a region may lie inside another
                for (var end = start + 1; end < source.size(); end++) {
                    open += source.get(end).strip().matches(BEGIN) ? 1 : 0;
                    open -= source.get(end).strip().matches(END) ? 1 : 0;
                    if (open == 0) {
                        return source.subList(start + 1, end);
                    }
                }
                throw new IllegalArgumentException("region %s of %s has no end".formatted(name, file));
            }
        }
        throw new IllegalArgumentException("%s has no region %s".formatted(file, name));
    }

    private static boolean isMark(String line) {
        return line.strip().matches(BEGIN) || line.strip().matches(END);
    }

    private static List<String> dedent(List<String> lines) {
        var first = 0;
        var end = lines.size();
        while (first < end && lines.get(first).isBlank()) {
            first++;
        }
        while (first < end && lines.get(end - 1).isBlank()) {
            end--; // a blank last line would count as one without indentation
        }
        return String.join("\n", lines.subList(first, end)).stripIndent().lines().toList();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
