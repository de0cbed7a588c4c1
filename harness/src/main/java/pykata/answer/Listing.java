package pykata.answer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.io.function.Uncheck;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;

/**
 * A part of a source file as a page shows it. Of Python, definitions by their names, which need no marks in the code;
 * of other languages, a region: what stands between {@code // region name} and {@code // endregion}.
 */
final class Listing implements Block {

    private static final Map<String, String> LANGUAGES = Map.of("py", "python", "java", "java", "xml", "xml");

    @Override
    public boolean isBegunBy(Node next) {
        return next instanceof FencedCodeBlock;
    }

    @Override
    public Optional<List<String>> content(Place place) {
        return Optional.of(fenced(place.page().file().getParent(), place.argument()));
    }

    @Override
    public String stale(Place place) {
        return "the listing is not what %s says now; run ./kata sync".formatted(place.argument());
    }

    /**
     * The fenced block for a reference.
     *
     * @param folder what the reference's path is relative to
     * @param reference {@code file.py#function,Class,Class.method}, {@code File.java#region}, or a path for the whole file
     * @throws IllegalArgumentException if there is no such file, definition or region
     */
    static List<String> fenced(Path folder, String reference) {
        var parts = reference.split("#", 2);
        var path = parts[0];
        var source = source(folder, path);
        var language = LANGUAGES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "");
        if (parts.length == 1) {
            return fenced(language, source);
        }
        return fenced(
                language,
                path.endsWith(".py")
                        ? definitions(source, List.of(parts[1].split(",")), path)
                        : dedent(region(source, parts[1], path)));
    }

    static List<String> fenced(String language, List<String> lines) {
        var block = new ArrayList<String>();
        block.add("```" + language);
        block.addAll(lines);
        block.add("```");
        return block;
    }

    /** @throws IllegalArgumentException if there is no such file */
    static List<String> source(Path folder, String path) {
        var file = folder.resolve(path);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("there is no file " + path);
        }
        return Uncheck.get(() -> Files.readAllLines(file), () -> "cannot read " + file);
    }

    private static List<String> definitions(List<String> source, List<String> names, String file) {
        return names.stream()
                .map(name -> definition(source, name, file))
                .collect(Collectors.joining("\n\n\n"))
                .lines()
                .toList();
    }

    private static String definition(List<String> source, String name, String file) {
        return found(source, name)
                .map(lines -> String.join("\n", lines).stripTrailing())
                .orElseThrow(() -> new IllegalArgumentException("%s does not define %s".formatted(file, name)));
    }

    /** Of {@code name}, or of {@code Class.name}. */
    private static Optional<List<String>> found(List<String> source, String name) {
        var dot = name.indexOf('.');
        return dot < 0
                ? definition(source, name)
                : definition(source, name.substring(0, dot))
                        .flatMap(owner -> definition(body(owner), name.substring(dot + 1)));
    }

    private static List<String> body(List<String> owner) {
        return dedent(owner.stream()
                .dropWhile(line -> !line.startsWith("class "))
                .skip(1)
                .toList());
    }

    /** From the line that defines a name at the top level, or its decorators, to the next line that is not indented. */
    private static Optional<List<String>> definition(List<String> source, String name) {
        var begins =
                Pattern.compile("(?:(?:async )?def|class) %1$s\\b.*|%1$s\\s*[:=].*".formatted(Pattern.quote(name)));
        for (var start = 0; start < source.size(); start++) {
            if (begins.matcher(source.get(start)).matches()) {
                var end = start + 1;
                while (end < source.size() && source.get(end).matches("|\\s.*|[)\\]}].*")) {
                    end++;
                }
                return Optional.of(source.subList(decorated(source, start), end));
            }
        }
        return Optional.empty();
    }

    /** Where the decorators of a definition begin; one may take several lines. */
    private static int decorated(List<String> source, int definition) {
        var start = definition;
        for (var line = definition - 1; line >= 0 && !source.get(line).isBlank(); line--) {
            if (source.get(line).startsWith("@")) {
                start = line;
            }
        }
        return start;
    }

    private static List<String> region(List<String> source, String name, String file) {
        var stripped = source.stream().map(String::strip).toList();
        var start = stripped.indexOf("// region " + name) + 1;
        if (start == 0) {
            throw new IllegalArgumentException("%s has no region %s".formatted(file, name));
        }
        var length = stripped.subList(start, stripped.size()).indexOf("// endregion");
        if (length < 0) {
            throw new IllegalArgumentException("region %s of %s has no end".formatted(name, file));
        }
        return source.subList(start, start + length);
    }

    private static List<String> dedent(List<String> lines) {
        return String.join("\n", lines).stripTrailing().stripIndent().lines().toList();
    }
}
