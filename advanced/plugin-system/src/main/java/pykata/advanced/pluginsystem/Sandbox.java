package pykata.advanced.pluginsystem;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.SandboxPolicy;
import org.graalvm.polyglot.io.FileSystem;
import org.graalvm.polyglot.io.IOAccess;

/**
 * Makes contexts that are as restricted as the community edition can: no file of the host but the plug-ins' folder, to
 * read; no environment, process, thread, socket, native library or Java class.
 *
 * @param printed where all of them print to
 */
public record Sandbox(Path folder, FileSystem files, OutputStream printed) {

    /** One for all: an engine and its contexts have one policy and one {@link HostAccess}. */
    private static final class Shared {
        static final Engine ENGINE = Engine.newBuilder("python")
                .useSystemProperties(false) // an option that this policy forbids may be among them
                .sandbox(SandboxPolicy.CONSTRAINED)
                .out(OutputStream.nullOutputStream())
                .err(OutputStream.nullOutputStream())
                .option("engine.WarnInterpreterOnly", "false")
                .build();
    }

    /** @param folder of installed packages, the only one that plug-ins see */
    public static Sandbox of(Path folder, OutputStream printed) throws IOException {
        return new Sandbox(folder, ReadOnlyFolder.of(folder), printed);
    }

    /**
     * What has been opened and not been closed. One that only its garbage collection closes is closed plainly, by
     * whichever thread opens or closes the next context, and that may hang.
     */
    private static final Set<Context> OPEN = ConcurrentHashMap.newKeySet();

    /** A fresh context, with all of the restrictions; to be given to {@link #close}. */
    public Context open() {
        var context = builder().build();
        OPEN.add(context);
        return context;
    }

    /** Ends whatever runs in it, too. */
    static void close(Context context) {
        context.close(true);
        OPEN.remove(context);
    }

    /** The same, to be configured further: what would weaken the policy is refused. */
    Context.Builder builder() {
        return Context.newBuilder("python")
                .engine(Shared.ENGINE)
                .sandbox(SandboxPolicy.CONSTRAINED)
                .allowHostAccess(HostAccess.CONSTRAINED)
                .allowIO(IOAccess.newBuilder().fileSystem(files).build())
                .currentWorkingDirectory(folder.toAbsolutePath())
                .out(printed)
                .err(printed);
    }
}
