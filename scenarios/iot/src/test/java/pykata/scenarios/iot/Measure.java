package pykata.scenarios.iot;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import pykata.answer.Question;
import pykata.measured.Environment;

/**
 * Measures the running system: what a benchmark of calls cannot. A whole run writes {@code benchmarks/iot-system.json} and
 * the tables of MEASURED.md; a quick one, or one of some tables, leaves its own in {@code target/benchmarks}.
 *
 * <pre>
 * mvn -q -Pmeasure -pl scenarios/iot -am test-compile                               all of it
 * mvn -q -Pmeasure -pl scenarios/iot -am test-compile -Dmeasure=quick,growth,sink   a look at two tables
 * </pre>
 */
public final class Measure {

    static final List<SystemMeasure> ALL =
            List.of(new Growth(), new SinkCost(), new Latency(), new Recovery(), new Peers());

    private static final String QUICK = "quick";

    /** What a run has seen; {@code environment} says where. */
    record Run(Environment environment, boolean isQuick, Map<String, MeasuredTable> tables) {

        private static final JsonMapper MAPPER = new JsonMapper();

        static Path in(Path folder) {
            return folder.resolve("benchmarks/iot-system.json");
        }

        static Run read(Path file) throws IOException {
            return MAPPER.readValue(file.toFile(), Run.class);
        }

        void write(Path file) throws IOException {
            Files.createDirectories(file.getParent());
            var printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
            Files.writeString(file, MAPPER.writer(printer).writeValueAsString(this) + "\n");
        }
    }

    private Measure() {}

    /** Arguments: the question's folder, the folder of the Graal compiler's jars, and words with commas between them. */
    public static void main(String[] arguments) throws Exception {
        var words = arguments.length < 3
                ? List.<String>of()
                : Arrays.stream(arguments[2].split(","))
                        .filter(word -> !word.isBlank())
                        .toList();
        var names = names(ALL);
        for (var word : words) {
            if (!word.equals(QUICK) && !names.contains(word)) {
                System.err.printf("no table is called %s; there are %s, and the word %s%n", word, names, QUICK);
                System.exit(2);
            }
        }
        var isQuick = words.contains(QUICK);
        var chosen = ALL.stream()
                .filter(each -> words.stream().allMatch(QUICK::equals) || words.contains(each.id()))
                .toList();
        var isWhole = !isQuick && chosen.size() == ALL.size();
        var question = Question.in(Path.of(arguments[0]));
        var planned =
                chosen.stream().flatMap(each -> each.plan(isQuick).stream()).toList();
        System.out.printf(
                "%s: %s on an idle machine.%n", String.join(", ", names(chosen)), Steps.inWords(Steps.sum(planned)));
        var run = run(new Workbench(question, arguments[1], isQuick, new Steps(planned)), chosen);
        var file = isWhole ? Run.in(question.folder()) : part(question);
        run.write(file);
        System.out.println("written: " + question.name(file));
        if (isWhole) {
            MeasuredPage.of(question).write(run);
        }
        System.exit(0);
    }

    private static List<String> names(List<SystemMeasure> measures) {
        return measures.stream().map(SystemMeasure::id).toList();
    }

    private static Run run(Workbench workbench, List<SystemMeasure> chosen) throws Exception {
        var question = workbench.question();
        var environment = Environment.of(question.root(), question.folder(), true);
        var tables = new LinkedHashMap<String, MeasuredTable>();
        for (var each : chosen) {
            var begin = System.nanoTime();
            var load = load();
            System.out.printf(Locale.ROOT, "%n%s: %s; load average %.1f%n", each.id(), each.title(), load);
            var rows = new ArrayList<List<Object>>();
            var raw = new ArrayList<Object>();
            each.measure(workbench, rows, raw);
            var table = new MeasuredTable(
                    each.id(), LocalDate.now().toString(), List.of(load, load()), each.columns(), rows, raw);
            tables.put(each.id(), table);
            new Run(environment, workbench.isQuick(), tables).write(part(question)); // should the next one fail
            table.markdown().forEach(System.out::println);
            System.out.printf(
                    "  took %d s%n", Duration.ofNanos(System.nanoTime() - begin).toSeconds());
        }
        return new Run(environment, workbench.isQuick(), tables);
    }

    private static Path part(Question question) {
        return question.folder().resolve("target/benchmarks/iot-system.json");
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
