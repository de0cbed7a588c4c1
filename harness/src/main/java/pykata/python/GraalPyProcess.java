package pykata.python;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.graalvm.polyglot.PolyglotException;

/** GraalPy in a child JVM, speaking what {@code shim.py} speaks when CPython runs it: how it is started, and its main. */
final class GraalPyProcess {

    /** Time that may pass before a cold GraalPy's first answer although nothing is wrong. */
    static final Duration WARM_UP = Duration.ofSeconds(60);

    private static final List<String> INHERITED = List.of(
            "--module-path=",
            "--add-modules=ALL-MODULE-PATH",
            "--enable-native-access=",
            "-XX:SharedArchiveFile=",
            "-Xlog:",
            "-Dpolyglot.");

    /** Names what a confined context may read, if it is to be one. */
    private static final String READABLE = "pykata.readable";

    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());

    private GraalPyProcess() {}

    static PythonProcess of(Sources sources, Limits limits) {
        return new PythonProcess((now, within) -> command(now, within, List.of()), sources, limits);
    }

    /**
     * One for code that nobody vouches for, see {@link GraalPyContext#confined}.
     *
     * @param readable folders and files, besides the sources
     */
    static PythonProcess confined(Sources sources, Limits limits, List<Path> readable) {
        return new PythonProcess(
                (now, within) -> {
                    var all = Stream.concat(now.roots().stream(), readable.stream())
                            .map(Path::toString)
                            .collect(Collectors.joining(File.pathSeparator));
                    return command(now, within, List.of("-D" + READABLE + "=" + all));
                },
                sources,
                limits);
    }

    private static InterpreterCommand command(Sources sources, Limits limits, List<String> more) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:ReservedCodeCacheSize=240m",
                "-XX:-UsePerfData", // a file in the system's folder that a kill would leave there
                "-Xss" + (GraalPyContext.STACK_SIZE >> 20) + "m",
                "-Xmx" + Math.max(limits.memory() >> 20, 256) + "m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(inherited());
        command.addAll(more);
        command.addAll(List.of("-cp", classPath(), GraalPyProcess.class.getName()));
        return new InterpreterCommand(GraalPyVersion.PINNED, WARM_UP, command, GraalPyVersion.packages(sources));
    }

    static List<String> inherited() {
        return inherited(ManagementFactory.getRuntimeMXBean().getInputArguments());
    }

    /** Those flags of a JVM that its child needs in order to start GraalPy as quickly. */
    static List<String> inherited(List<String> flags) {
        return flags.stream()
                .filter(flag -> INHERITED.stream().anyMatch(flag::startsWith))
                .toList();
    }

    /** That of this JVM, for a process that works in another folder. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Arguments as for {@code shim.py}: its path (not needed here), action, seconds, memory, output, and the rest. */
    public static void main(String[] arguments) throws IOException {
        var isLeader = ProcessGroup.lead();
        var seconds = Double.parseDouble(arguments[2]);
        var output = Long.parseLong(arguments[4]);
        var rest = Arrays.copyOfRange(arguments, 5, arguments.length);
        var limit = Duration.ofMillis((long) (seconds * 1000));
        switch (arguments[1]) {
            case "serve" -> serve(limit, output, isLeader);
            case "run" -> run(limit, output, rest);
            case String other -> throw new IllegalArgumentException("neither serve nor run: " + other);
        }
    }

    private static void serve(Duration limit, long output, boolean isLeader) throws IOException {
        var answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var log = new LimitedOutput(System.err, output);
        var context = open(log, log);
        context.answer(Shim.use(Sources.of(), null)); // imports what every answer needs, while nobody waits for one
        var requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var request = requests.readLine(); request != null; request = requests.readLine()) {
            var watch = watch(limit);
            try {
                answers.println(context.answer(request));
            } catch (PolyglotException e) {
                System.err.println(e.getMessage());
                Runtime.getRuntime().halt(e.isExit() ? e.getExitStatus() : 1);
            }
            watch.cancel(false);
        }
        if (isLeader) {
            ProcessGroup.end();
        }
        Runtime.getRuntime().halt(0);
    }

    /** The limit is the module's: that GraalPy starts slowly is not its fault. */
    private static void run(Duration limit, long output, String[] rest) {
        var context = open(new LimitedOutput(System.out, output), new LimitedOutput(System.err, output));
        watch(limit);
        var status = 1;
        try {
            status = context.shim()
                    .getMember("exit_status")
                    .execute((Object[]) rest)
                    .asInt();
        } catch (PolyglotException e) {
            status = e.isExit() ? e.getExitStatus() : 1;
            System.err.print(e.isExit() ? "" : e.getMessage() + "\n");
        } catch (RuntimeException | Error e) {
            System.err.println(e);
        } finally {
            System.out.flush();
            System.err.flush();
            Runtime.getRuntime().halt(status);
        }
    }

    private static GraalPyContext open(OutputStream out, OutputStream err) {
        var readable = System.getProperty(READABLE);
        if (readable == null) {
            return GraalPyContext.open(out, err);
        }
        var byteCode = System.getProperty("polyglot.python.PyCachePrefix", ""); // of the library, by an earlier start
        var paths = Stream.of((readable + File.pathSeparator + byteCode).split(File.pathSeparator))
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .toList();
        return GraalPyContext.confined(paths, out, err);
    }

    /** Ends this process at the limit, telling where it was in faulthandler's words. */
    private static Future<?> watch(Duration limit) {
        return TIMER.schedule(() -> end(limit), limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void end(Duration limit) {
        System.err.println("Timeout (" + limit + ")!");
        System.err.flush();
        Runtime.getRuntime().halt(1);
    }
}
