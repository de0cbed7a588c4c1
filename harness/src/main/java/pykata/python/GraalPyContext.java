package pykata.python;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.EnvironmentAccess;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.TypeLiteral;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;

/**
 * A context of GraalPy and the shim in it. All contexts of a JVM share one engine, and therefore one {@link HostAccess}.
 *
 * @param shim a module of its own, apart from the context's {@code __main__}
 */
record GraalPyContext(Context context, Value shim) implements AutoCloseable {

    /**
     * The contexts that are not closed. Truffle closes one that is collected, in whichever thread opens or closes
     * another, and without force; GraalPy then waits, and may wait for ever, for the context's first thread.
     */
    private static final Set<Context> OPEN = ConcurrentHashMap.newKeySet();

    /**
     * Bytes of the stack of a thread that calls into a context. GraalPy counts no frames: it raises RecursionError when
     * the stack is full, and with Java's default that is after a fifth of the thousand frames that CPython allows.
     */
    static final long STACK_SIZE = 16L << 20;

    private static final TypeLiteral<List<String>> STRINGS = new TypeLiteral<>() {};

    private static final String DEFINE = """
            import types
            def define(text):
                module = types.ModuleType('pykata_shim')
                exec(compile(text, 'shim.py', 'exec'), module.__dict__)
                return module
            define""";

    static final Engine ENGINE = Engine.newBuilder("python")
            .option("engine.WarnInterpreterOnly", "false")
            .build();

    /** One that finds around it what a process of another Python would. */
    static GraalPyContext open(Path folder, OutputStream out, OutputStream err) {
        var environment = new HashMap<>(System.getenv());
        InterpreterCommand.cleanEnvironment(environment, folder);
        return of(trusted(out, err)
                .currentWorkingDirectory(folder)
                .allowEnvironmentAccess(EnvironmentAccess.NONE)
                .environment(environment));
    }

    /** One in the folder and the environment of this JVM. */
    static GraalPyContext open(OutputStream out, OutputStream err) {
        return of(trusted(out, err));
    }

    /**
     * One in the folder and the environment of this JVM for code that nobody vouches for: it has no Java, no native code
     * and no processes. It writes below its folder only, and reads besides only what is named, and the library.
     *
     * @param readable folders and files
     */
    static GraalPyContext confined(List<Path> readable, OutputStream out, OutputStream err) {
        var files = ConfinedFiles.of(Path.of("").toAbsolutePath(), readable);
        return of(builder(out, err)
                .allowHostAccess(HostAccess.NONE)
                .allowPolyglotAccess(PolyglotAccess.NONE)
                .allowEnvironmentAccess(EnvironmentAccess.INHERIT)
                .allowCreateThread(true)
                .allowIO(IOAccess.newBuilder()
                        .fileSystem(files)
                        .allowHostSocketAccess(true) // an event loop wakes itself by a pair of them
                        .build()));
    }

    private static Context.Builder trusted(OutputStream out, OutputStream err) {
        return builder(out, err).allowAllAccess(true).allowHostAccess(HostAccess.ALL);
    }

    private static Context.Builder builder(OutputStream out, OutputStream err) {
        return Context.newBuilder("python")
                .engine(ENGINE)
                .timeZone(ZoneId.of("UTC"))
                .in(InputStream.nullInputStream())
                .out(out)
                .err(err);
    }

    private static GraalPyContext of(Context.Builder builder) {
        var context = builder.build();
        OPEN.add(context);
        return new GraalPyContext(context, context.eval("python", DEFINE).execute(Shim.TEXT));
    }

    /** By force: whatever runs in it is stopped. */
    @Override
    public void close() {
        context.close(true);
        OPEN.remove(context);
    }

    /** A request's answer, both as JSON. */
    String answer(String request) {
        return shim.getMember("answer").execute(request).asString();
    }

    /** Finds modules in these sources from now on, and forgets those of others. */
    void use(Sources sources) {
        Shim.read(answer(Shim.use(sources, GraalPyVersion.packages(sources)))).value(GraalPyVersion.PINNED);
    }

    /** The question's modules that have been imported here. */
    List<String> modules() {
        return shim.getMember("used").execute().as(STRINGS);
    }
}
