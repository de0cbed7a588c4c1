package pykata.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import pykata.answer.Question;
import pykata.python.Platform;

/** Maven, run for one or more questions and what they need. */
record Maven(Repository repository) {

    /** Seconds between two signs of life. */
    private static final int PATIENCE = 3;

    /**
     * Runs a phase, its output going to a log, with a dot for every few seconds.
     *
     * @return its exit status
     */
    int run(String what, List<Question> questions, PrintWriter progress, String... phaseAndOptions) {
        try {
            var log = log();
            progress.print(what + " ");
            progress.flush();
            var process = command(questions, phaseAndOptions)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            process.getOutputStream().close();
            while (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
                progress.print(".");
                progress.flush();
            }
            progress.println();
            progress.flush();
            return process.exitValue();
        } catch (IOException e) {
            throw new IllegalStateException("Maven does not run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Runs a phase in the foreground, its output the reader's. */
    int show(List<Question> questions, String... phaseAndOptions) {
        try {
            return command(questions, phaseAndOptions).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("Maven does not run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Where the output of {@link #run} goes. */
    Path log() throws IOException {
        return Files.createDirectories(repository.root().resolve("target/kata")).resolve("maven.log");
    }

    private ProcessBuilder command(List<Question> questions, String... phaseAndOptions) {
        var command = new ArrayList<String>();
        command.add(Platform.current().os().equals("windows") ? "mvn.cmd" : "mvn");
        command.addAll(List.of(
                "-q",
                "-B",
                "-Dstyle.color=never",
                "-pl",
                String.join(",", questions.stream().map(Question::id).toList()),
                "-am"));
        command.addAll(List.of(phaseAndOptions));
        var builder = new ProcessBuilder(command).directory(repository.root().toFile());
        var jdk = System.getProperty("pykata.jdk");
        if (jdk != null) {
            builder.environment().putIfAbsent("JAVA25_HOME", jdk);
        }
        return builder;
    }
}
