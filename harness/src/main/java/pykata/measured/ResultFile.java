package pykata.measured;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.io.function.Uncheck;
import org.jspecify.annotations.Nullable;
import pykata.python.CPython;
import pykata.python.GraalPy;
import pykata.python.Platform;
import pykata.python.Version;

/**
 * What a run of a question's benchmark left: {@code benchmarks/<question>.json}.
 *
 * @param unit that all times are per
 * @param comparison what a cell's speed says: "as fast as CPython"
 * @param parallel whether how many processors were processorsUsed is worth telling
 * @param results of the warmed-up measurements, in their order
 * @param cold of the first call in a fresh process
 * @param warmUp of GraalPy's JIT from its first call on, a sample a second; null if it was not measured
 * @param loads of running systems; files that are older than they are have none
 */
public record ResultFile(
        String question,
        String unit,
        String comparison,
        boolean parallel,
        Environment environment,
        List<Result> results,
        List<Result> cold,
        @Nullable Result warmUp,
        List<Load> loads) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    public ResultFile {
        loads = loads == null ? List.of() : loads;
    }

    /** Where a question's folder keeps it. */
    public static Path in(Path folder) {
        return folder.resolve("benchmarks/" + folder.getFileName() + ".json");
    }

    /** Where the results of a run are kept that was not whole. */
    public static Path ofPart(Path folder) {
        return folder.resolve("target").resolve(folder.relativize(in(folder)));
    }

    public static ResultFile read(Path file) {
        try {
            return JSON.readValue(file.toFile(), ResultFile.class);
        } catch (IOException e) {
            throw new UncheckedIOException("%s is no benchmark's result: %s".formatted(file, e.getMessage()), e);
        }
    }

    public void write(Path file) {
        var printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        Uncheck.run(
                () -> {
                    Files.createDirectories(file.getParent());
                    Files.writeString(file, JSON.writer(printer).writeValueAsString(this) + "\n");
                },
                () -> "cannot write " + file);
    }

    /** Why the numbers may no longer hold: what has changed since they were measured. */
    Optional<String> outdated(Path root, Path folder) {
        if (!environment.sources().equals(Environment.sources(root, folder, !loads.isEmpty()))) {
            return Optional.of("what is measured");
        }
        if (!environment.graalPy().equals(GraalPy.version().version().toString())) {
            return Optional.of("GraalPy (measured: %s)".formatted(environment.graalPy()));
        }
        return CPython.packaged()
                .map(Version::toString)
                .filter(version -> !version.equals(environment.cPython()))
                .map(_ -> "CPython (measured: %s)".formatted(environment.cPython()));
    }

    /** Whether it shows that the benchmark runs, and no more: it was too quick for numbers that mean something. */
    public boolean wasQuick() {
        return !results.stream().allMatch(Result::hasError) || !loads.stream().allMatch(Load::isLong);
    }

    /** Whether this is a machine of another kind than the one it was measured on. */
    public boolean comesFromElsewhere() {
        return !environment.platform().equals(Platform.current().toString())
                || environment.processors() != Runtime.getRuntime().availableProcessors();
    }
}
