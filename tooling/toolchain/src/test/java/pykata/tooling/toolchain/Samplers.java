package pykata.tooling.toolchain;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordingStream;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/** Two samplers of a JVM, on one thread that runs Python until both of them have seen it often. */
final class Samplers {

    private static final int SAMPLES = 40;
    private static final String PROGRAM = """
            def customer(is_over):
                while not is_over():
                    pass

            def one_by_one(is_over):
                customer(is_over)

            one_by_one
            """;

    private Samplers() {}

    /** Whether the Python function `customer` is named by [Flight Recorder, `--cpusampler`]. */
    static List<Boolean> names() {
        var methods = ConcurrentHashMap.<String>newKeySet();
        var left = new CountDownLatch(SAMPLES);
        var isOver = new AtomicBoolean();
        var report = new ByteArrayOutputStream();
        var busy = new Thread(() -> spin(isOver, report), "desk");
        try (var recording = new RecordingStream()) {
            recording.enable("jdk.ExecutionSample").with("period", "10 ms");
            recording.onEvent("jdk.ExecutionSample", event -> {
                if (event.getThread("sampledThread").getJavaName().equals("desk")) {
                    event.getStackTrace()
                            .getFrames()
                            .forEach(frame ->
                                    methods.add(frame.getMethod().getType().getName() + "."
                                            + frame.getMethod().getName()));
                    left.countDown();
                }
            });
            recording.startAsync();
            busy.start();
            left.await();
            isOver.set(true);
            busy.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        if (methods.stream().noneMatch(each -> each.startsWith("com.oracle.graal.python"))) {
            throw new IllegalStateException(methods.stream().sorted().collect(Collectors.joining(", ")));
        }
        return List.of(
                methods.stream().anyMatch(each -> each.endsWith("customer")),
                report.toString(StandardCharsets.UTF_8).contains("customer"));
    }

    private static void spin(AtomicBoolean isOver, ByteArrayOutputStream report) {
        try (var context = Context.newBuilder("python")
                .allowHostAccess(HostAccess.ALL)
                .option("cpusampler", "histogram")
                .option("engine.WarnInterpreterOnly", "false")
                .logHandler(report)
                .out(report)
                .build()) {
            context.eval("python", PROGRAM).execute((ProxyExecutable) ignored -> isOver.get());
        }
    }
}
