package pykata.tooling.typeannotations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import pykata.python.Python;

/**
 * What one checker says of some files, read from its own output. A line of output that is not understood is an error:
 * then the format has changed.
 *
 * @param texts of the files, by name
 */
record Reports(List<Report> all, JsonNode texts, String said) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern BUG = Pattern.compile("# bug: (.+)");
    private static final Pattern COUNT = Pattern.compile("\\s*(\\w+)\\s+(\\d+)\\s+(\\d+)\\s+[\\d.]+%");
    private static final Pattern TABLE = Pattern.compile("[\\s-]*|\\s*Name\\s+.*|\\s*\\w+(\\s+\\d+)+");
    private static final Pattern STUB = Pattern.compile("([\\w.]+) is inconsistent, .*");

    /** What a tool has said when it was asked the same: claims share that, and mutants that change nothing of it. */
    private static final Map<Asked, String> SAID = new ConcurrentHashMap<>();

    /** Rules about types that are missing: they report a caller that is right as well. */
    private static final List<String> MISSING =
            List.of("no-untyped-def", "no-untyped-call", "untyped-decorator", "no-any-return", "import-untyped");

    /** A line of a file, and the rule that it breaks. */
    record Report(String file, int line, String rule) {}

    /** What a tool is asked, and the text of what asks it. */
    private record Asked(String running, JsonNode what) {}

    /** Those of each tool that is asked something: see checkers.py. What is not known yet runs now, all at once. */
    static Map<String, Reports> of(Python python, JsonNode asked) {
        var running = python.call("checkers.source", "running.py").asText();
        var unknown = each(asked)
                .filter(one -> !SAID.containsKey(new Asked(running, one)))
                .toList();
        if (!unknown.isEmpty()) {
            var said = python.call("running.run_all", unknown);
            for (var each = 0; each < unknown.size(); each++) {
                SAID.put(new Asked(running, unknown.get(each)), said.get(each).asText());
            }
        }
        var reports = new LinkedHashMap<String, Reports>();
        asked.properties().forEach(one -> {
            var said = SAID.get(new Asked(running, one.getValue()));
            reports.put(
                    one.getKey(),
                    new Reports(
                            read(one.getKey(), said).toList(), one.getValue().get("files"), said));
        });
        return reports;
    }

    private static Stream<Report> read(String tool, String said) {
        return switch (tool.split(" ")[0]) {
            case "mypy" ->
                said.lines()
                        .filter(line -> !isOfATable(line))
                        .map(Reports::json)
                        .filter(one -> one.get("severity").asText().equals("error"))
                        .map(one -> report(one.get("file"), one.get("line"), one.get("code")));
            case "pyright" ->
                each(json(said).get("generalDiagnostics"))
                        .map(one -> new Report(
                                name(one.get("file")),
                                one.get("range").get("start").get("line").asInt() + 1,
                                one.get("rule").asText()));
            case "ty" ->
                each(json(said))
                        .map(one -> report(
                                one.get("location").get("path"),
                                one.get("location")
                                        .get("positions")
                                        .get("begin")
                                        .get("line"),
                                one.get("check_name")));
            case "pyrefly" ->
                each(json(said).get("errors")).map(one -> report(one.get("path"), one.get("line"), one.get("name")));
            case "stubtest" ->
                said.lines().filter(line -> !line.isBlank()).map(line -> {
                    var found = STUB.matcher(line);
                    if (!found.matches()) {
                        throw new IllegalStateException("stubtest says something new: " + line);
                    }
                    return new Report("", 0, found.group(1));
                });
            case "list" -> Stream.empty();
            default -> throw new IllegalArgumentException(tool);
        };
    }

    private static Report report(JsonNode file, JsonNode line, JsonNode rule) {
        return new Report(name(file), line.asInt(), rule.asText());
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static boolean isOfATable(String line) {
        return COUNT.matcher(line).matches() || TABLE.matcher(line).matches();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException unknown) {
            throw new IllegalStateException("a checker says something new: " + text, unknown);
        }
    }

    private static String name(JsonNode path) {
        return path.asText().replaceFirst(".*[/\\\\]", "");
    }

    /** The rules by which it reports a file, by what the file calls the bug there; "" is the code above all bugs. */
    Map<String, List<String>> bugs(String file) {
        var bugs = new TreeMap<String, List<String>>();
        in(file).forEach(report ->
                bugs.computeIfAbsent(bug(report), none -> new ArrayList<>()).add(report.rule));
        return bugs;
    }

    /** The rules by which it reports a file's bugs themselves, and not that types are missing. */
    Map<String, List<String>> found(String file) {
        var found = new TreeMap<>(bugs(file));
        found.remove("");
        found.values().removeIf(MISSING::containsAll);
        return found;
    }

    /** The lines of a file that name the bug below them. */
    List<String> planted(String file) {
        return lines(file).stream()
                .map(BUG::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .toList();
    }

    private String bug(Report report) {
        return lines(report.file).subList(0, report.line).reversed().stream()
                .map(BUG::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .map(found -> found.group(1))
                .orElse("");
    }

    /** What it reports of one file at some time: its name, and the number, the rule and the text of each line. */
    List<List<Object>> errors(String file) {
        return in(file).map(report -> List.<Object>of(
                        "shop.py",
                        report.line,
                        report.rule,
                        lines(file).get(report.line - 1).strip()))
                .toList();
    }

    private Stream<Report> in(String file) {
        return all.stream().filter(report -> report.file.equals(file));
    }

    private List<String> lines(String file) {
        return texts.get(file).asText().lines().toList();
    }

    /** How many expressions of a module are Any, as mypy counts them. */
    int anys(String module) {
        return said.lines()
                .map(COUNT::matcher)
                .filter(line -> line.matches() && line.group(1).equals(module))
                .mapToInt(line -> Integer.parseInt(line.group(2)))
                .findFirst()
                .orElseThrow();
    }
}
