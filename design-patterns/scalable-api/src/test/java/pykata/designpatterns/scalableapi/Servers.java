package pykata.designpatterns.scalableapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.graalvm.polyglot.Context;
import org.jspecify.annotations.Nullable;
import pykata.python.GraalPy;
import pykata.python.Python;

/**
 * The server that a claim starts: gunicorn with threads, or on GraalPy one of this JVM with two contexts and ten places.
 *
 * @param java null on CPython
 */
record Servers(Python python, Client client, @Nullable PyServer java) implements AutoCloseable {

    /** @param threads of gunicorn's one worker, whose gate has 24 places */
    static Servers start(Python python, String url, int threads) throws IOException {
        if (python instanceof GraalPy graalPy) {
            var server = java(graalPy, url);
            return new Servers(python, Client.of(server.uri()), server);
        }
        var settings = Map.of("workers", 1, "worker_class", "gthread", "threads", threads);
        return new Servers(python, Client.of(uri(python.call("serving.start", "gunicorn", url, settings))), null);
    }

    static PyServer java(GraalPy python, String url) throws IOException {
        return new PyServer(new Desks(2, python::newContext, Servers::interrupt, url, request -> Client.LIMIT), 10);
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

    void turnReadinessOff() {
        if (java == null) {
            python.call("serving.turn_readiness_off");
        } else {
            java.admission().turnReadinessOff();
        }
    }

    /** Ends it without telling it, if it is still there. */
    @Override
    public void close() {
        if (java == null) {
            python.call("serving.end_all");
        } else {
            java.close();
        }
    }
}
