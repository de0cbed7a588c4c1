package pykata.measured;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a page shows of a benchmark, in Markdown: each part on its own, since each is a block of the page. */
public record Tables(Path root, Path folder, ResultFile file) {

    /** Of a question that has been measured; empty if it has not been. */
    public static Optional<Tables> of(Path root, Path folder) {
        var file = ResultFile.in(folder);
        return Files.exists(file) ? Optional.of(new Tables(root, folder, ResultFile.read(file))) : Optional.empty();
    }

    /** The parts that there are numbers for, but for the chart: for who reads them in a terminal. */
    public List<String> parts() {
        return Stream.of("times", "cold", "memory", "warm-up", "load", "measured")
                .filter(part -> !part(part).isEmpty())
                .toList();
    }

    /**
     * A part by its name on the page; empty, if there are no numbers for it.
     *
     * @param part {@code times}, {@code cold}, {@code memory}, {@code warm-up}, {@code load}, {@code chart} or {@code measured}
     * @throws IllegalArgumentException if there is no such part
     */
    public List<String> part(String part) {
        return switch (part) {
            case "times" -> times();
            case "cold" -> cold();
            case "memory" -> memory();
            case "warm-up" -> warmUp();
            case "load" -> load();
            case "chart" -> chart();
            case "measured" -> measured();
            default ->
                throw new IllegalArgumentException(
                        "a benchmark has times, cold, memory, warm-up, load, chart and measured, but no " + part);
        };
    }

    /** Time per unit; where GraalPy loses stands first. */
    private List<String> times() {
        var unit = TimeUnit.fitting(file.results());
        var corner = "%s per %s ± error (times %s)".formatted(unit.symbol(), file.unit(), file.comparison());
        return table(corner, file.results(), result -> {
            var processorsUsed = file.parallel() ? ", %s busy".formatted(digits(result.processorsUsed())) : "";
            return time(unit, result) + speed(result, file.results()) + processorsUsed;
        });
    }

    /** The first call in a fresh process. */
    private List<String> cold() {
        var unit = TimeUnit.fitting(file.cold());
        var corner = "%s per %s in the first call of a process".formatted(unit.symbol(), file.unit());
        return table(corner, file.cold(), result -> time(unit, result) + speed(result, file.cold()));
    }

    private static String time(TimeUnit unit, Result result) {
        return unit.of(result.score()) + (result.hasError() ? " ± " + unit.of(result.error()) : "");
    }

    private List<String> memory() {
        var measured =
                file.results().stream().filter(result -> result.bytes() != null).toList();
        var corner = "bytes per %s: allocated on a JVM, in use at most on CPython".formatted(file.unit());
        return table(corner, measured, result -> digits(result.bytes()));
    }

    /** GraalPy's JIT second by second. */
    private List<String> warmUp() {
        var warmUp = file.warmUp();
        if (warmUp == null) {
            return List.of();
        }
        var unit = TimeUnit.fitting(Collections.min(warmUp.samples()));
        var shown = List.of(1, 2, 3, 5, 7, 10, 15, 20);
        var head = MarkdownTable.cells("second", shown.stream().map(String::valueOf));
        var row = MarkdownTable.cells(
                "%s per %s, %s".formatted(unit.symbol(), file.unit(), warmUp.row()),
                shown.stream().map(second -> unit.of(warmUp.samples().get(second - 1))));
        return MarkdownTable.of(head, Stream.of(row));
    }

    /** Running systems: how long they took at each rate, and what they refused or left without an answer. */
    private List<String> load() {
        if (file.loads().isEmpty()) {
            return List.of();
        }
        var unit = TimeUnit.MILLISECONDS;
        var head = Stream.concat(
                Stream.of("carries, per second"),
                file.loads().getFirst().rates().stream()
                        .map(rate -> "at %s of that: median, p99, p99.9 in %s".formatted(rate.share(), unit.symbol())));
        return MarkdownTable.of(
                MarkdownTable.cells("system", head),
                file.loads().stream()
                        .map(load -> MarkdownTable.cells(
                                load.row(),
                                Stream.concat(
                                        Stream.of(digits(load.capacity())),
                                        load.rates().stream().map(rate -> cell(rate, unit))))));
    }

    private static String cell(Load.AtRate rate, TimeUnit unit) {
        return Stream.of(
                        "%s, %s, %s".formatted(unit.of(rate.median()), unit.of(rate.p99()), unit.of(rate.p999())),
                        share(rate.percent(rate.refused()), "refused"),
                        share(rate.percent(rate.failed()), "without an answer"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String share(double percent, String what) {
        return percent == 0 ? "" : "%s %% %s".formatted(digits(percent), what);
    }

    private List<String> chart() {
        return List.of("![%s](benchmarks/%s.svg)".formatted(inWords(), folder.getFileName()));
    }

    /** What the chart says, for who cannot see it. */
    private String inWords() {
        var unit = TimeUnit.fitting(file.results());
        var rows = rows(file.results()).stream()
                .map(row -> file.results().stream()
                        .filter(result -> result.row().equals(row))
                        .map(result -> "%s %s".formatted(result.column(), unit.of(result.score())))
                        .collect(Collectors.joining(", ", row + ": ", "")));
        return "Points on a logarithmic axis, %s per %s. %s."
                .formatted(unit.symbol(), file.unit(), rows.collect(Collectors.joining("; ")));
    }

    /** On what, and since when no longer. */
    private List<String> measured() {
        var environment = file.environment();
        var now = "Measured on %s: %d × %s, %s, JDK %s; GraalPy %s, CPython %s; commit %s."
                .formatted(
                        environment.date(),
                        environment.processors(),
                        environment.processor(),
                        environment.platform(),
                        environment.jdk(),
                        environment.graalPy(),
                        environment.cPython(),
                        environment.commit());
        var outdated = file.outdated(root, folder).map(" **Out of date: since then %s changed.**"::formatted);
        return List.of(now + outdated.orElse(""));
    }

    private List<String> table(String corner, List<Result> results, Function<Result, String> cell) {
        if (results.isEmpty()) {
            return List.of();
        }
        var columns = results.stream().map(Result::column).distinct().toList();
        return MarkdownTable.of(
                MarkdownTable.cells(corner, columns.stream()),
                rows(results).stream()
                        .map(row -> MarkdownTable.cells(
                                row,
                                columns.stream()
                                        .map(column -> find(results, row, column)
                                                .map(cell)
                                                .orElse("—")))));
    }

    /** The rows' names: those in which GraalPy's JIT is slower than the reference come first. */
    private List<String> rows(List<Result> results) {
        return Stream.concat(results.stream().filter(result -> loses(result, results)), results.stream())
                .map(Result::row)
                .distinct()
                .toList();
    }

    private boolean loses(Result result, List<Result> results) {
        return result.runtime() == MeasuredRuntime.GRAALPY_JIT
                && compared(result, results).orElse(1.0) < 1;
    }

    private Optional<Double> compared(Result result, List<Result> results) {
        return result.column().equals(result.comparedWith())
                ? Optional.empty()
                : find(results, result.row(), result.comparedWith())
                        .map(reference -> reference.score() / result.score());
    }

    private String speed(Result result, List<Result> results) {
        return compared(result, results)
                .map(times -> " (%s×)".formatted(digits(times)))
                .orElse("");
    }

    private static Optional<Result> find(List<Result> results, String row, String column) {
        return results.stream()
                .filter(result -> result.row().equals(row) && result.column().equals(column))
                .findFirst();
    }

    /** Three digits: what a reader keeps in mind. */
    static String digits(double value) {
        var size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }
}
