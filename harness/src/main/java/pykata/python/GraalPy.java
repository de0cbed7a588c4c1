package pykata.python;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.TypeLiteral;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.management.ExecutionListener;
import org.jspecify.annotations.Nullable;

/**
 * GraalPy inside this JVM: one context that many claims use in turn, replaced when a call had to be stopped in it. All
 * contexts of a JVM share one engine, and therefore one {@link HostAccess}.
 */
public final class GraalPy implements Python {

    /** Time that may pass before a cold GraalPy's first answer although nothing is wrong. */
    private static final Duration WARM_UP = Duration.ofSeconds(60);

    private static final class Shared {
        static final Engine ENGINE = Engine.newBuilder("python")
                .option("engine.WarnInterpreterOnly", "false")
                .build();
    }

    private static final class Pinned {
        static final Interpreter VERSION = new Interpreter(Implementation.GRAALPY, readVersion());
    }

    private static final TypeLiteral<List<String>> STRINGS = new TypeLiteral<>() {};

    private record Other(Context context, Value shim) {}

    private final List<Other> others = new ArrayList<>();
    private Sources sources;
    private Limits limits;
    private @Nullable GraalPySession session;
    private List<String> modules = List.of();
    private boolean isLent;

    public GraalPy(Sources sources, Limits limits) {
        this.sources = sources;
        this.limits = limits;
    }

    /** The GraalPy on the class path. */
    public static Interpreter version() {
        return Pinned.VERSION;
    }

    /** Whether Python is compiled in this JVM, or only interpreted: the optimizing runtime says so itself. */
    public static boolean isCompiling() {
        return !Shared.ENGINE.getImplementationName().equals("Interpreted");
    }

    /**
     * The process runtime: GraalPy in a child JVM, for what needs a process of its own or may hang. It starts at once:
     * until it is ready, seconds later, its caller may do something else.
     */
    public static Python inOwnProcess(Sources sources, Limits limits) {
        var process = process(sources, limits);
        process.begin();
        return process;
    }

    private static PythonProcess process(Sources sources, Limits limits) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:ReservedCodeCacheSize=240m",
                "-Xmx" + Math.max(limits.memory() >> 20, 256) + "m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(Quickstart.inherited());
        command.addAll(List.of("-cp", classPath(), GraalPyProcess.class.getName()));
        return new PythonProcess(new InterpreterCommand(version(), WARM_UP, command), sources, limits);
    }

    /** That of this JVM, for a process that works in another folder. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Override
    public void use(Sources otherSources, Limits otherLimits) {
        closeOthers();
        sources = otherSources;
        limits = otherLimits;
        modules = List.of();
        isLent = false;
        if (session != null) {
            exchange(session, "starting", Shim.use(sources), limits.within(WARM_UP));
        }
    }

    @Override
    public Interpreter interpreter() {
        return version();
    }

    @Override
    public List<String> modules() {
        var all = new TreeSet<>(modules);
        for (var other : others) {
            all.addAll(used(other.shim()));
        }
        if (isLent && session != null) {
            all.addAll(used(session.shim()));
        }
        return List.copyOf(all);
    }

    private static List<String> used(Value shim) {
        return shim.getMember("used").execute().as(STRINGS);
    }

    @Override
    public JsonNode call(String function, Object... arguments) {
        return exchange(session(), function, Shim.call(function, arguments), limits);
    }

    private GraalPySession session() {
        if (session == null) {
            session = new GraalPySession();
            exchange(session, "starting", Shim.use(sources), limits.within(WARM_UP));
        }
        return session;
    }

    private JsonNode exchange(GraalPySession with, String what, String request, Limits within) {
        String text;
        try {
            text = with.exchange(what, request, within);
        } catch (PythonFailure failure) {
            session = null; // it has been stopped; the next call gets another
            throw failure;
        }
        var answer = Shim.read(version(), text);
        modules = answer.modules();
        return answer.value();
    }

    @Override
    public Run run(String module, String... arguments) {
        try (var process = process(sources, limits)) {
            return process.run(module, arguments);
        }
    }

    /**
     * Tells of each line that any context of this JVM runs, in whichever thread, until it is closed.
     *
     * @param listener to a file and a line in it
     */
    public static ExecutionListener onLine(BiConsumer<Path, Integer> listener) {
        return ExecutionListener.newBuilder()
                .statements(true)
                .sourceFilter(source -> source.getPath() != null)
                .onEnter(event -> listener.accept(
                        Path.of(event.getLocation().getSource().getPath()),
                        event.getLocation().getStartLine()))
                .attach(Shared.ENGINE);
    }

    /**
     * The context that calls go to, for claims about what Java and Python see of each other. What is done with it has no
     * limits; it belongs to this Python, and what it imported is forgotten when this Python is given other sources.
     */
    public Context context() {
        isLent = true;
        return session().context();
    }

    /**
     * Another context with the same sources, for claims about what Java and Python see of each other. It is closed with
     * this Python, or when this Python is given other sources.
     */
    public Context newContext() {
        var context = newContext(OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
        var roots = sources.roots().stream().map(Path::toString).toList();
        var twin = sources.twin();
        var shim = shim(context);
        shim.getMember("use").execute(roots, twin == null ? null : twin.toString());
        others.add(new Other(context, shim));
        return context;
    }

    static Context newContext(OutputStream out, OutputStream err) {
        return Context.newBuilder("python")
                .engine(Shared.ENGINE)
                .allowAllAccess(true)
                .allowHostAccess(HostAccess.ALL)
                .out(out)
                .err(err)
                .build();
    }

    /** The shim as a module of its own in a context, apart from the context's {@code __main__}. */
    static Value shim(Context context) {
        var define = "import types\n"
                + "def define(text):\n"
                + "    module = types.ModuleType('pykata_shim')\n"
                + "    exec(compile(text, 'shim.py', 'exec'), module.__dict__)\n"
                + "    return module\n"
                + "define";
        return context.eval("python", define).execute(Shim.TEXT);
    }

    private void closeOthers() {
        others.forEach(other -> other.context().close(true));
        others.clear();
    }

    @Override
    public void close() {
        closeOthers();
        if (session != null) {
            session.close();
            session = null;
        }
    }

    private static Version readVersion() {
        try (var stream = Engine.class.getResourceAsStream("/META-INF/graalvm/org.graalvm.polyglot/version")) {
            return Version.parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
