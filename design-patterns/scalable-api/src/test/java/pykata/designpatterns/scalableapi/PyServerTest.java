package pykata.designpatterns.scalableapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.graalvm.polyglot.Context;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import pykata.answer.Question;
import pykata.python.GraalPy;
import pykata.python.Limits;

class PyServerTest {

    private static final GraalPy PYTHON =
            new GraalPy(Question.of(PyServerTest.class).sources(), Limits.DEFAULT);
    private static final int MOST = 3;

    private final Databases databases = new Databases();
    private final String url = databases.h2();

    private Desks desks(Supplier<Context> contexts) {
        return new Desks(
                1, contexts, context -> context.close(true), "serving.application", url, PyServerTest::deadline);
    }

    private static Duration deadline(Request request) {
        return request.target().equals("/spin") ? Duration.ofMillis(500) : Client.LIMIT;
    }

    @AfterAll
    static void end() {
        PYTHON.close();
    }

    @Test
    void what_does_not_fit_is_refused_while_the_others_are_inside() throws Exception {
        PYTHON.call("serving.prepare", url);
        try (var server = new PyServer(desks(PYTHON::newContext), MOST);
                var clients = new Orders(Client.of(server.uri()));
                var lock = new StockLock(url)) {
            var client = Client.of(server.uri());
            clients.begin(MOST);
            server.admission().inside().await(MOST);
            assertThat(client.order("key-4")).isEqualTo(503);
            assertThat(client.get("/health")).isEqualTo(200);
            assertThat(client.get("/ready")).isEqualTo(200);
            assertThat(server.admission().refused().value()).isOne();
            lock.close();
            assertThat(clients.all()).containsExactly(201, 201, 201);
        }
    }

    @Test
    void a_runaway_costs_its_context_and_the_next_request_gets_another() throws Exception {
        PYTHON.call("serving.prepare", url);
        var desks = desks(PYTHON::newContext);
        try (var server = new PyServer(desks, MOST)) {
            var client = Client.of(server.uri());
            for (var i = 0; i < 2; i++) {
                assertThat(client.get("/spin")).isEqualTo(504);
                assertThat(client.get("/books/Emma")).isEqualTo(200);
            }
            assertThat(desks.opened()).isEqualTo(3);
        }
    }

    @Test
    void a_place_is_not_lost_when_a_context_cannot_be_opened() throws Exception {
        PYTHON.call("serving.prepare", url);
        var attempts = new AtomicInteger();
        Supplier<Context> second = () -> {
            if (attempts.incrementAndGet() == 2) {
                throw new IllegalStateException("the database is down");
            }
            return PYTHON.newContext();
        };
        try (var server = new PyServer(desks(second), MOST)) {
            var client = Client.of(server.uri());
            assertThat(client.get("/spin")).isEqualTo(504);
            assertThat(client.get("/books/Emma")).isEqualTo(200);
            assertThat(attempts).hasValue(3);
        }
    }

    @Test
    void whoever_waits_in_line_until_the_deadline_is_refused() throws Exception {
        PYTHON.call("serving.prepare", url);
        var desks = desks(PYTHON::newContext);
        try (var server = new PyServer(desks, MOST);
                var clients = new Orders(Client.of(server.uri()));
                var lock = new StockLock(url)) {
            clients.begin(1);
            desks.running().await(1);
            assertThat(Client.of(server.uri()).get("/spin")).isEqualTo(503);
            lock.close();
            assertThat(clients.all()).containsExactly(201);
        }
    }

    @Test
    void a_body_that_is_too_long_does_not_reach_python() throws Exception {
        PYTHON.call("serving.prepare", url);
        try (var server = new PyServer(desks(PYTHON::newContext), MOST)) {
            var body = BodyPublishers.ofByteArray(new byte[100_000]);
            var client = Client.of(server.uri());
            assertThat(client.send(client.order("key-1", Client.JSON, body)).statusCode())
                    .isEqualTo(413);
        }
    }
}
