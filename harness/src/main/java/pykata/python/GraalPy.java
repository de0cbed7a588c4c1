package pykata.python;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.management.ExecutionListener;
import org.jspecify.annotations.Nullable;

/**
 * GraalPy inside this JVM: one context that many claims use in turn, replaced when a call had to be stopped in it.
 */
public final class GraalPy implements Python {

    private final TemporaryFolder folder = TemporaryFolder.create();
    private final List<GraalPyContext> others = new ArrayList<>();
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
        return GraalPyVersion.PINNED;
    }

    /** The version of Python that it speaks: 3.12. */
    public static String language() {
        return GraalPyVersion.language();
    }

    /** Those flags of this JVM that a child needs in order to start GraalPy as quickly, if it has them. */
    public static List<String> flagsOfQuickStart() {
        return GraalPyProcess.inherited();
    }

    /** Whether Python is compiled in this JVM, or only interpreted: the optimizing runtime says so itself. */
    public static boolean isCompiling() {
        return !GraalPyContext.ENGINE.getImplementationName().equals("Interpreted");
    }

    /**
     * The process runtime: GraalPy in a child JVM, for what needs a process of its own or may hang. It starts at once:
     * until it is ready, seconds later, its caller may do something else.
     */
    public static Python inOwnProcess(Sources sources, Limits limits) {
        var process = GraalPyProcess.of(sources, limits);
        process.begin();
        return process;
    }

    /**
     * GraalPy in a child JVM for code that nobody vouches for: it finds no Java, no native code and no processes, writes
     * into a folder of its own only, and reads only the library, the sources, and what is named.
     *
     * @param readable folders and files
     */
    public static Python confined(Sources sources, Limits limits, List<Path> readable) {
        return GraalPyProcess.confined(sources, limits, readable);
    }

    @Override
    public void use(Sources otherSources, Limits otherLimits) {
        var packages = GraalPyVersion.packages(otherSources);
        closeOthers();
        folder.clear();
        sources = otherSources;
        limits = otherLimits;
        modules = List.of();
        isLent = false;
        if (session != null) {
            exchange(session, "starting", Shim.use(sources, packages), limits.within(GraalPyProcess.WARM_UP));
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
            all.addAll(other.modules());
        }
        if (isLent && session != null) {
            all.addAll(session.context().modules());
        }
        return List.copyOf(all);
    }

    @Override
    public JsonNode call(String function, Object... arguments) {
        return exchange(session(), function, Shim.call(function, arguments), limits);
    }

    private GraalPySession session() {
        if (session == null) {
            var packages = GraalPyVersion.packages(sources);
            session = new GraalPySession(folder.path());
            exchange(session, "starting", Shim.use(sources, packages), limits.within(GraalPyProcess.WARM_UP));
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
        var answer = Shim.read(text);
        modules = answer.modules();
        return answer.value(version());
    }

    @Override
    public Run run(String module, String... arguments) {
        try (var process = GraalPyProcess.of(sources, limits)) {
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
                .attach(GraalPyContext.ENGINE);
    }

    /**
     * The context that calls go to, for claims about what Java and Python see of each other. What is done with it has no
     * limits; it belongs to this Python, and what it imported is forgotten when this Python is given other sources.
     */
    public Context context() {
        isLent = true;
        return session().context().context();
    }

    /**
     * Another context with the same sources, for claims about what Java and Python see of each other. It is closed with
     * this Python, or when this Python is given other sources.
     */
    public Context newContext() {
        var other =
                GraalPyContext.open(folder.path(), OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
        other.use(sources);
        others.add(other);
        return other.context();
    }

    private void closeOthers() {
        others.forEach(GraalPyContext::close);
        others.clear();
    }

    @Override
    public void close() {
        closeOthers();
        if (session != null) {
            session.close();
            session = null;
        }
        folder.close();
    }
}
