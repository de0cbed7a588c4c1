package pykata.python;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.function.Uncheck;
import org.jspecify.annotations.Nullable;

/**
 * A Python in a process of its own, started at the first call at the latest. Requests and answers are lines of JSON on its standard
 * streams; what the code under proof prints goes to a log. It works in a folder of its own. Ending it ends everything
 * it started.
 */
final class PythonProcess implements Python {

    /** The process stops itself at the limit and says where it was; a second later we are the guarantee. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final BiFunction<Sources, Limits, InterpreterCommand> commands;
    private InterpreterCommand command;
    private Sources sources;
    private Limits limits;
    private final TemporaryFolder folder;
    private final TemporaryFolder own;
    private final Path shim;
    private final Path log;
    private @Nullable Conversation conversation;
    private boolean isReady;
    private List<String> modules = List.of();

    /** @throws PythonUnavailable if there is no command for these sources */
    PythonProcess(BiFunction<Sources, Limits, InterpreterCommand> commands, Sources sources, Limits limits) {
        this.commands = commands;
        this.command = commands.apply(sources, limits);
        this.sources = sources;
        this.limits = limits;
        this.folder = TemporaryFolder.create();
        this.own = TemporaryFolder.create();
        this.shim = Uncheck.get(
                () -> Files.writeString(own.path().resolve("shim.py"), Shim.TEXT),
                () -> "no temporary folder for a Python process");
        this.log = Uncheck.apply(Files::createFile, own.path().resolve("log"));
    }

    @Override
    public Interpreter interpreter() {
        return command.interpreter();
    }

    @Override
    public List<String> modules() {
        return modules;
    }

    /** Starts it now, so that it may get ready while others are at work; without this, the first call does. */
    void begin() {
        try {
            conversation = new Conversation(
                    ProcessTree.start(process("serve", List.of()).redirectError(log.toFile())));
        } catch (IOException e) {
            throw new PythonUnavailable(interpreter() + " does not start: " + e.getMessage(), e);
        }
    }

    @Override
    public void use(Sources otherSources, Limits otherLimits) {
        var next = commands.apply(otherSources, otherLimits);
        if (!limits.equals(otherLimits) || !next.words().equals(command.words())) {
            end(); // they are set when it starts
        }
        folder.clear();
        command = next;
        sources = otherSources;
        limits = otherLimits;
        modules = List.of();
        isReady = false;
    }

    @Override
    public JsonNode call(String function, Object... arguments) {
        if (conversation == null) {
            begin();
        }
        if (!isReady) {
            exchange(conversation, "starting", Shim.use(sources, command.packages()), command.warmUp());
            isReady = true;
        }
        return exchange(conversation, function, Shim.call(function, arguments), Duration.ZERO);
    }

    private JsonNode exchange(Conversation with, String what, String request, Duration extra) {
        var text = with.exchange(request, limits.time().plus(GRACE).plus(extra));
        if (text.isPresent()) {
            var answer = Shim.read(text.get());
            modules = answer.modules();
            return answer.value(interpreter());
        }
        var exitCode = with.exitCode();
        end();
        var said = Log.of(log);
        if (exitCode.isPresent() && said.stop().isEmpty()) {
            throw new PythonFailure.Ended(interpreter(), what, status(exitCode.getAsInt()), said.printed());
        }
        throw timedOut(what, said);
    }

    @Override
    public Run run(String module, String... arguments) {
        try {
            var out = Files.createTempFile(own.path(), "out", "");
            var err = Files.createTempFile(own.path(), "err", "");
            var roots = sources.roots().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
            var rest = new ArrayList<>(List.of(roots, Objects.toString(command.packages(), ""), module));
            rest.addAll(List.of(arguments));
            var process = ProcessTree.start(
                    process("run", rest).redirectOutput(out.toFile()).redirectError(err.toFile()));
            var ended = ended(process);
            var said = Log.of(err);
            if (!ended || said.stop().isPresent()) {
                throw timedOut(module, new Log(Log.tail(out) + said.printed(), said.stop()));
            }
            return new Run(process.exitValue(), Log.tail(out), said.printed());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + module, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + module, e);
        }
    }

    /** Waits for it within the limit; whoever waits and is interrupted leaves no process behind either. */
    private boolean ended(Process process) throws IOException, InterruptedException {
        try {
            process.getOutputStream().close();
            var limit = limits.time().plus(command.warmUp()).plus(GRACE);
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            ProcessTree.end(process);
        }
    }

    private ProcessBuilder process(String action, List<String> rest) {
        var seconds = limits.time().toMillis() / 1000.0;
        var all = new ArrayList<>(command.words());
        Stream.of(shim, action, seconds, limits.memory(), limits.output())
                .map(Object::toString)
                .forEach(all::add);
        all.addAll(rest);
        var builder = new ProcessBuilder(all).directory(folder.path().toFile());
        InterpreterCommand.cleanEnvironment(builder.environment(), folder.path());
        return builder;
    }

    private PythonFailure.TimedOut timedOut(String what, Log said) {
        return new PythonFailure.TimedOut(interpreter(), what, limits, sources.roots(), said);
    }

    private static String status(int exitCode) {
        return exitCode > 128 ? "signal " + (exitCode - 128) : "status " + exitCode;
    }

    private void end() {
        if (conversation != null) {
            conversation.close();
            conversation = null;
            isReady = false;
        }
    }

    @Override
    public void close() {
        end();
        folder.close();
        own.close();
    }
}
