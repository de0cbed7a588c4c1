package pykata.scenarios.iot;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import pykata.answer.Question;

/**
 * What a measurement of the system has at hand.
 *
 * @param compiler the folder of the Graal compiler's jars
 * @param isQuick whether it only shows that everything runs
 * @param steps of all measurements of the run
 */
record Workbench(Question question, String compiler, boolean isQuick, Steps steps) {

    private static final long SECONDS_TO_END = 20;

    /** Begins the next of the planned steps, and says how long the rest takes. */
    void begin(String what, Object... details) {
        tell("%s (%s)", String.format(Locale.ROOT, what, details), steps.next());
    }

    /** Tells whoever waits what is done now. */
    void tell(String what, Object... details) {
        System.out.printf(Locale.ROOT, "  " + what + "%n", details);
        System.out.flush();
    }

    /** Runs a class of the benchmark's in a JVM of its own, with the class path of this one. */
    JsonNode inOwnJvm(Class<?> main, List<String> flags, Object... arguments) {
        return inOwnJvm(System.getProperty("java.class.path"), main.getName(), flags, arguments);
    }

    /** The same with the test classes of a part, and all that its tests have. */
    JsonNode inJvmOfPart(String part, String main, Object... arguments) {
        var target = question.folder().resolve(part).resolve("target");
        try {
            var path = List.of(
                    target.resolve("test-classes").toString(),
                    target.resolve("classes").toString(),
                    Files.readString(target.resolve("test-class-path")));
            return inOwnJvm(String.join(File.pathSeparator, path), main, List.of(), arguments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode inOwnJvm(String classPath, String main, List<String> flags, Object... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC"));
        command.addAll(flags);
        command.addAll(List.of("-classpath", classPath, main));
        for (var argument : arguments) {
            command.add(argument.toString());
        }
        try {
            Files.createDirectories(errors().getParent());
            var process = new ProcessBuilder(command)
                    .redirectError(Redirect.appendTo(errors().toFile()))
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
            return measured(process, main);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** It may have a server and a folder to remove: only if that takes too long it is made to end. */
    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private JsonNode measured(Process process, String main) throws IOException, InterruptedException {
        JsonNode measured = null;
        try (var lines = new BufferedReader(process.inputReader(StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var said = Said.in(line);
                if (said.isPresent()) {
                    measured = said.get();
                } else {
                    tell("  %s", line);
                }
            }
        }
        if (process.waitFor() != 0 || measured == null) {
            throw new IllegalStateException("%s has measured nothing, and ended with %d; %s says why"
                    .formatted(main, process.exitValue(), question.name(errors())));
        }
        return measured;
    }

    private Path errors() {
        return question.folder().resolve("target/benchmarks/measure.log");
    }

    /** What makes GraalPy compile. */
    List<String> compiling() {
        return List.of("-XX:+UnlockExperimentalVMOptions", "-XX:+EnableJVMCI", "--upgrade-module-path=" + compiler);
    }

    /** CPU time that a process has had so far. */
    static Duration cpu(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }
}
