package pykata.measured;

import static pykata.measured.Environment.named;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.function.Uncheck;
import pykata.python.Folders;

/**
 * Everything that decides which mutants are killed, as hashes: of the Python under proof, and of the kata's solution.
 *
 * @param root the repository's folder
 * @param folder the question's
 */
public record Deciding(Path root, Path folder) {

    private static final Pattern CODE = Pattern.compile("(.*/)?(src/(main|test)/.*|requirements\\.txt)");
    private static final Pattern KATA = Pattern.compile("kata/(checks|solution)\\.py");

    /** What is made, tools' own folders among it, and the broken twins. */
    private static final Pattern LEFT_OUT =
            Pattern.compile("(.*/)?(target|__pycache__|\\.hypothesis|\\.(mypy|pytest|ruff)_cache|broken)/.*");

    private static final Pattern VERSION = Pattern.compile("<(graalpy|cpython)\\.version>.*");
    private static final String TEXT = "\"(?:[^\"\\\\]++|\\\\.)*+\"";
    private static final String KEPT = "(\"\"\".*?\"\"\"|" + TEXT + "|'(?:[^'\\\\]|\\\\.)')";
    private static final Pattern COMMENT = Pattern.compile("(?s)" + KEPT + "|/\\*.*?\\*/|//[^\\n]*");
    private static final Pattern LABEL = Pattern.compile("(observed\\s*\\.(?:that|control)\\(\\s*)" + TEXT);
    private static final Pattern TEXT_OR_SPACE = Pattern.compile("(?s)" + KEPT + "|\\s*([^\\w\\s\"'])\\s*|\\s+");

    /** Starts Pythons and keeps files and results. Its own tests hold it, and each change of it would ask for hours of mutants. */
    private static final Pattern CARRIER = Pattern.compile("pykata/(python|state|measured)/.*");

    private static final Pattern NAME = Pattern.compile("\\b[A-Z]\\w+");

    /** The question's code, tests included, and what carries claims out. The broken twins decide nothing. */
    public String python() {
        return hash(own(CODE), files(root.resolve("harness/src/main/python/mutating")), "PythonUnderProof");
    }

    /** The solution and its checks, and what holds one against the other. */
    public String kata() {
        return hash(own(KATA), files(root.resolve("harness/src/main/python")), "KataSolution");
    }

    private List<Path> own(Pattern pattern) {
        return files(folder).stream()
                .filter(file -> pattern.matcher(named(folder, file)).matches())
                .filter(file -> !LEFT_OUT.matcher(named(folder, file)).matches())
                .toList();
    }

    private String hash(List<Path> own, List<Path> python, String engine) {
        var harness = root.resolve("harness/src/main");
        return Environment.hash(Stream.of(
                        own,
                        python,
                        needed(harness.resolve("java"), "pykata/mutation/" + engine + ".java"),
                        List.of(harness.resolve("resources/pykata/python/shim.py")))
                .flatMap(List::stream)
                .map(file -> named(root, file) + "\n" + code(file))
                .collect(Collectors.joining("\n", versions(), "")));
    }

    /**
     * The harness's sources that one of them needs: those of the classes it names, of those that they name, and so on; but
     * for the carriers.
     */
    static List<Path> needed(Path sources, String first) {
        var byName = files(sources).stream()
                .collect(Collectors.groupingBy(
                        file -> file.getFileName().toString().replaceFirst("\\.java$", "")));
        var needed = new TreeSet<Path>();
        var waiting = new ArrayDeque<>(List.of(sources.resolve(first)));
        while (!waiting.isEmpty()) {
            var file = waiting.pop();
            if (needed.add(file)) {
                NAME.matcher(COMMENT.matcher(text(file)).replaceAll(""))
                        .results()
                        .map(MatchResult::group)
                        .flatMap(name -> byName.getOrDefault(name, List.of()).stream())
                        .filter(named -> !CARRIER.matcher(named(sources, named)).matches())
                        .forEach(waiting::add);
            }
        }
        return List.copyOf(needed);
    }

    private String versions() {
        return VERSION.matcher(text(root.resolve("pom.xml")))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining("\n"));
    }

    private static List<Path> files(Path folder) {
        return Folders.files(folder, "").stream()
                .filter(file -> !file.toString().endsWith(".pyc"))
                .toList();
    }

    /** A file's text; of Java without what decides nothing: comments, line breaks, and what an observation is called. */
    private static String code(Path file) {
        var text = text(file);
        if (!file.toString().endsWith(".java")) {
            return text;
        }
        var unlabelled = LABEL.matcher(COMMENT.matcher(text).replaceAll("$1")).replaceAll("$1");
        return TEXT_OR_SPACE.matcher(unlabelled).replaceAll(found -> {
            var kept = found.group(1) != null ? found.group(1) : found.group(2);
            return Matcher.quoteReplacement(Objects.requireNonNullElse(kept, " "));
        });
    }

    private static String text(Path file) {
        return Uncheck.apply(
                Files::readString, file, StandardCharsets.ISO_8859_1); // resources of tests may be anything
    }
}
