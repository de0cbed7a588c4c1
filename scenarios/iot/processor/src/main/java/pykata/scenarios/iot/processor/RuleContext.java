package pykata.scenarios.iot.processor;

import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;
import org.jspecify.annotations.Nullable;
import pykata.scenarios.iot.wire.RuleText;

/**
 * One version of the rules in a context of its own, for one thread. The rules see the arrays that they are given, and the
 * standard library: no files, no network, no processes, no threads, and nothing of Java.
 */
final class RuleContext implements FrameRules, AutoCloseable {

    /** The same object for all contexts of an engine: it demands that. */
    private static final HostAccess ARRAYS =
            HostAccess.newBuilder().allowArrayAccess(true).build();

    /** Imports the rules from their texts; a version may lie in any folders, with or without {@code __init__.py}. */
    private static final String LOADER = """
            import sys
            from importlib.machinery import ModuleSpec

            class Rules:
                def __init__(self, files):
                    self.files = files

                def find_spec(self, name, path=None, target=None):
                    base = name.replace('.', '/')
                    for file, is_package in ((base + '/__init__.py', True), (base + '.py', False)):
                        if file in self.files:
                            return ModuleSpec(name, self, origin=file, is_package=is_package)
                    if any(file.startswith(base + '/') for file in self.files):
                        return ModuleSpec(name, self, is_package=True)

                def create_module(self, spec):
                    return None

                def exec_module(self, module):
                    file = module.__spec__.origin
                    if file:
                        exec(compile(self.files[file], file, 'exec', dont_inherit=True), module.__dict__)

            def process(names, texts):
                sys.meta_path.insert(0, Rules(dict(zip(names, texts))))
                from rules import frame
                return frame.process

            process""";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Rules that wait instead of computing use no processor; this many limits of time they get. */
    private static final int WAITING = 20;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final int version;
    private final Context context;
    private final Duration frameLimit;
    private final Watch watch = new Watch();
    private Duration limit;
    private long calls;
    private volatile @Nullable Thread caller; // written after the two above, and null if nothing is being called
    private volatile boolean isBroken;
    private @Nullable Value process;

    private RuleContext(int version, Context context, Duration frameLimit) {
        this.version = version;
        this.context = context;
        this.frameLimit = frameLimit;
        this.limit = frameLimit;
    }

    /** A context with nothing in it yet. So whoever watches it can end what {@link #load} begins. */
    static RuleContext open(Engine engine, int version, Duration frameLimit) {
        return new RuleContext(
                version,
                Context.newBuilder("python")
                        .engine(engine)
                        .allowHostAccess(ARRAYS)
                        .allowPolyglotAccess(PolyglotAccess.NONE)
                        .allowIO(IOAccess.NONE)
                        .out(OutputStream.nullOutputStream())
                        .err(OutputStream.nullOutputStream())
                        .build(),
                frameLimit);
    }

    /**
     * Imports the rules.
     *
     * @throws PolyglotException if that is not possible, or does not end
     */
    void load(RuleText text, Duration atMost) {
        var names = text.files().keySet().toArray(String[]::new);
        var texts = text.files().values().toArray(String[]::new);
        process = within(atMost, () -> context.eval("python", LOADER).execute(names, texts));
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public int process(
            int[] slots,
            long[] seqs,
            long[] timestamps,
            double[] values,
            long now,
            long[] ints,
            double[] reals,
            byte[] verdicts,
            double[] events,
            int n) {
        var loaded = process;
        if (loaded == null) {
            throw new IllegalStateException("no rules are loaded");
        }
        var rows = within(
                frameLimit,
                () -> loaded.execute(slots, seqs, timestamps, values, now, ints, reals, verdicts, events, n));
        return rows.fitsInInt() ? rows.asInt() : -1;
    }

    private interface Call {
        Value make();
    }

    private Value within(Duration ofThis, Call call) {
        limit = ofThis;
        calls++;
        caller = Thread.currentThread();
        try {
            return call.make();
        } catch (PolyglotException e) {
            isBroken |= e.isCancelled() || e.isExit() || e.isInternalError() || e.isResourceExhausted();
            throw e;
        } finally {
            caller = null;
        }
    }

    /** What the watchdog knows of a call since it first looked at it. */
    private static final class Watch {

        private long call;
        private long processorTime;
        private long time;

        void begin(long seen, Thread of) {
            call = seen;
            processorTime = THREADS.getThreadCpuTime(of.threadId());
            time = System.nanoTime();
        }

        boolean isOver(Duration limit, Thread of) {
            return THREADS.getThreadCpuTime(of.threadId()) - processorTime > limit.toNanos()
                    || System.nanoTime() - time > WAITING * limit.toNanos();
        }
    }

    @Override
    public boolean isBroken() {
        return isBroken;
    }

    /**
     * Ends a call that is past its limit. What counts is the processor's time: on a busy machine good rules wait long, too.
     * The caller gets an exception. Another call that has just begun may be hit instead, so whoever gets the exception asks
     * again.
     */
    void endWhatIsOverdue() {
        var thread = caller;
        if (thread == null) {
            return;
        }
        if (watch.call != calls) {
            watch.begin(calls, thread);
            return;
        }
        if (!watch.isOver(limit, thread)) {
            return;
        }
        try {
            context.interrupt(PATIENCE);
        } catch (TimeoutException e) {
            isBroken = true;
            context.close(true);
        }
    }

    @Override
    public void close() {
        context.close(true);
    }
}
