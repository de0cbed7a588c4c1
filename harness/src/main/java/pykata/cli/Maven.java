package pykata.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.function.Uncheck;
import pykata.answer.Question;
import pykata.claim.ClaimRecord;
import pykata.python.Platform;

/** Maven, run for one or more questions and what they need. */
record Maven(Repository repository) {

    /** Seconds between two signs of life. */
    private static final int PATIENCE = 3;

    /**
     * Carries out the proofs of questions, by their tests; the output goes to a log, with a dot for every few seconds.
     *
     * @return the records of the run
     * @throws IllegalStateException if a question's claims were not carried out at all
     */
    List<ClaimRecord> prove(List<Question> questions, PrintWriter progress) {
        questions.forEach(ClaimRecord::forget);
        var log = repository.root().resolve("target/kata/maven.log");
        Uncheck.apply(Files::createDirectories, log.getParent());
        progress.print("Proving %s "
                .formatted(
                        String.join(", ", questions.stream().map(Question::id).toList())));
        progress.flush();
        var command = command(questions, "test", "-Dmaven.test.failure.ignore=true")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        status(command, () -> {
            progress.print(".");
            progress.flush();
        });
        progress.println();
        return questions.stream().map(Maven::record).toList();
    }

    private static ClaimRecord record(Question question) {
        var record = ClaimRecord.of(question);
        if (record.claims().isEmpty()) {
            throw new IllegalStateException(
                    "no claim of %s was carried out; target/kata/maven.log says why".formatted(question.id()));
        }
        return record;
    }

    /** Runs a phase in the foreground, its output the reader's. */
    int show(List<Question> questions, String... phaseAndOptions) {
        return status(command(questions, phaseAndOptions).inheritIO(), () -> {});
    }

    private static int status(ProcessBuilder command, Runnable sign) {
        try {
            var process = command.start();
            process.getOutputStream().close();
            while (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
                sign.run();
            }
            return process.exitValue();
        } catch (IOException e) {
            throw new IllegalStateException("Maven does not run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
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
