package pykata.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.commons.io.function.Uncheck;
import pykata.answer.Question;
import pykata.claim.ClaimRecord;
import pykata.claim.TestJvm;
import pykata.python.Platform;

/** Maven, run for one or more questions and what they need. */
record Maven(Repository repository) {

    /** What the proofs said when they were last carried out. */
    static final String LOG = "target/kata/prove.log";

    /** Seconds between two signs of life. */
    private static final int PATIENCE = 3;

    /** Seconds that what has been told to end may take for it. */
    private static final int GRACE = 60;

    /**
     * Carries out the proofs of questions, by their tests; the output goes to a log, with a dot for every few seconds. A
     * single question's tests are run without Maven, if nothing has changed since it built them.
     *
     * @return the records of the run
     * @throws IllegalStateException if a question's claims were not carried out at all
     */
    List<ClaimRecord> prove(List<Question> questions, PrintWriter progress) {
        questions.forEach(ClaimRecord::forget);
        Uncheck.apply(Files::createDirectories, log().getParent());
        Uncheck.apply(Files::deleteIfExists, log());
        progress.print("Proving %s "
                .formatted(
                        String.join(", ", questions.stream().map(Question::id).toList())));
        progress.flush();
        Runnable sign = () -> {
            progress.print(".");
            progress.flush();
        };
        if (!(questions.size() == 1 && isProvedAsBuilt(questions.getFirst(), sign))) {
            build(questions, sign);
        }
        progress.println();
        return questions.stream().map(Maven::record).toList();
    }

    /** Whether the tests are built, and have been run as they are. */
    private boolean isProvedAsBuilt(Question question, Runnable sign) {
        var tests = new BuiltProofs(repository, question).ifFresh();
        tests.stream().flatMap(List::stream).forEach(test -> status(logged(test), sign));
        return tests.isPresent() && !ClaimRecord.of(question).claims().isEmpty();
    }

    private void build(List<Question> questions, Runnable sign) {
        var builds = questions.stream()
                .map(each -> new BuiltProofs(repository, each))
                .toList();
        builds.forEach(BuiltProofs::forget);
        var sources = builds.stream().map(BuiltProofs::sources).toList();
        var command = command(questions, "test", "-Dmaven.test.failure.ignore=true");
        command.environment().put(TestJvm.WANTED, "true");
        if (status(logged(command), sign) == 0) {
            for (var i = 0; i < builds.size(); i++) {
                builds.get(i).remember(sources.get(i));
            }
        }
    }

    private ProcessBuilder logged(ProcessBuilder command) {
        return command.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    }

    private Path log() {
        return repository.root().resolve(LOG);
    }

    private static ClaimRecord record(Question question) {
        var record = ClaimRecord.of(question);
        if (record.claims().isEmpty()) {
            throw new IllegalStateException(
                    "no claim of %s was carried out; %s says why".formatted(question.id(), LOG));
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
            Set<ProcessHandle> started = ConcurrentHashMap.newKeySet();
            started.add(process.toHandle());
            var isEnding = new AtomicBoolean();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                isEnding.set(true);
                end(started);
            }));
            process.getOutputStream().close();
            while (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
                process.descendants().forEach(started::add);
                sign.run();
            }
            if (isEnding.get()) {
                Thread.currentThread().join(); // for ever: nothing went wrong, and the hook has the last word
            }
            return process.exitValue();
        } catch (IOException e) {
            throw new IllegalStateException("Maven does not run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /**
     * Who ends us ends what we started, and gets the prompt when it has ended. It may have lost its parent by then, because
     * Ctrl-C ends Maven, too.
     */
    private static void end(Set<ProcessHandle> started) {
        List.copyOf(started).forEach(each -> each.descendants().forEach(started::add));
        started.forEach(ProcessHandle::destroy);
        CompletableFuture.allOf(started.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, GRACE, TimeUnit.SECONDS)
                .join();
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
