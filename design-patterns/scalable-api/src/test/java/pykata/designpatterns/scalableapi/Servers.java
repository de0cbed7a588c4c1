package pykata.designpatterns.scalableapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.graalvm.polyglot.Context;
import org.jspecify.annotations.Nullable;
import pykata.python.GraalPy;
import pykata.python.Python;
import pykata.python.TemporaryFolder;

/**
 * The server that a claim starts: gunicorn with threads, or on GraalPy one of this JVM with two contexts and ten places.
 *
 * @param java null on CPython
 * @param switched a file that turns readiness off on CPython
 */
record Servers(Python python, Client client, @Nullable PyServer java, Path switched) implements AutoCloseable {

    /** Until this JVM ends. */
    private static final Path SWITCHES = TemporaryFolder.create().path();

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** @param threads of gunicorn's one worker, whose gate has 24 places */
    static Servers start(Python python, String url, int threads) throws IOException {
        if (python instanceof GraalPy graalPy) {
            var server = java(graalPy, url);
            return new Servers(python, Client.of(server.uri()), server, SWITCHES);
        }
        var settings = Map.<String, Object>of("workers", 1, "worker_class", "gthread", "threads", threads);
        var switched = SWITCHES.resolve("off" + NUMBER.incrementAndGet());
        return new Servers(python, Client.of(start(python, "gunicorn", url, switched, settings)), null, switched);
    }

    /** The desk behind its gate, under a server of CPython's. */
    static URI start(Python python, String server, String url, Path switched, Map<String, Object> settings) {
        return uri(python.call("hosting.start", server, "serving.gated", List.of(url, switched.toString()), settings));
    }

    static PyServer java(GraalPy python, String url) throws IOException {
        return new PyServer(
                new Desks(
                        2, python::newContext, Servers::interrupt, "serving.application", url, request -> Client.LIMIT),
                10);
    }

    /** Contexts are interrupted at their end: they are the harness's to close, and it asks them first. */
    static void interrupt(Context context) {
        try {
            context.interrupt(Client.LIMIT);
        } catch (TimeoutException e) {
            throw new AssertionError("it cannot be interrupted", e);
        }
    }

    static URI uri(JsonNode port) {
        return URI.create("http://127.0.0.1:" + port.asInt());
    }

    void turnReadinessOff() throws IOException {
        if (java == null) {
            Files.createFile(switched);
        } else {
            java.admission().turnReadinessOff();
        }
    }

    /** Ends it without telling it, if it is still there. */
    @Override
    public void close() {
        if (java == null) {
            python.call("hosting.end_all");
        } else {
            java.close();
        }
    }
}
