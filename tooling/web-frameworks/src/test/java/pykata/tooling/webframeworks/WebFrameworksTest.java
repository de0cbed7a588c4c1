package pykata.tooling.webframeworks;

import static java.util.stream.Collectors.toMap;
import static pykata.python.Implementation.CPYTHON;
import static pykata.python.Implementation.GRAALPY;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import pykata.claim.AnswerTest;
import pykata.claim.Claim;
import pykata.claim.Needs;
import pykata.claim.NotOn;
import pykata.claim.Observed;
import pykata.python.Python;

class WebFrameworksTest extends AnswerTest {

    private static final List<Integer> AGREED =
            List.of(201, 200, 404, 422, 422, 422, 422, 422, 422, 422, 422, 400, 413, 405, 404, 404, 500);
    private static final String TOO_LONG = "/orders/" + "1".repeat(5000);

    @Claim(inOwnProcess = true, seconds = 60)
    @Needs({"flask", "django", "fastapi", "gunicorn", "uvicorn"})
    @NotOn(value = CPYTHON, os = "windows", because = "gunicorn needs fork")
    void one_contract_passes_on_each_and_a_body_in_chunks_is_where_they_part(Python python, Observed observed)
            throws IOException, InterruptedException {
        if (python.interpreter().implementation() == GRAALPY) {
            observed.that(
                            "in the JVM, [bare, Flask, Django]: kept",
                            List.of(
                                    inTheJvm(python, observed, "bare_app"),
                                    inTheJvm(python, observed, "flask_app"),
                                    inTheJvm(python, observed, "django_app")))
                    .isEqualTo(List.of(17, 17, 17));
        } else {
            var gunicorn = List.of(
                    under(python, observed, "gunicorn", "bare_app", "app"),
                    under(python, observed, "gunicorn", "flask_app", "app"),
                    under(python, observed, "gunicorn", "django_app", "app"));
            var uvicorn = List.of(
                    under(python, observed, "uvicorn", "fastapi_app", "app"),
                    under(python, observed, "uvicorn", "django_app", "asgi"));
            observed.that("gunicorn, [bare, Flask, Django]: kept", each(gunicorn, Served::kept))
                    .isEqualTo(List.of(17, 17, 17));
            observed.that("uvicorn, [FastAPI, Django]: kept", each(uvicorn, Served::kept))
                    .isEqualTo(List.of(17, 17));
            observed.that("gunicorn: [an order, too much] in chunks", each(gunicorn, Served::inChunks))
                    .isEqualTo(List.of(List.of(400, 400), List.of(201, 201), List.of(400, 400)));
            observed.that("uvicorn: the same", each(uvicorn, Served::inChunks))
                    .isEqualTo(List.of(List.of(201, 413), List.of(201, 413)));
            observed.that("uvicorn: an id of 5,000 digits", each(uvicorn, Served::tooLong))
                    .isEqualTo(List.of(500, 404));
        }
        observed.that(
                        "pydantic-core's wheel is for this Python",
                        python.call("serving.is_for_this_python", "pydantic_core"))
                .on(GRAALPY, false)
                .on(CPYTHON, true);
        observed.that("... FastAPI's import", python.call("serving.importing", "fastapi_app"))
                .on(GRAALPY, "ImportError")
                .on(CPYTHON, "imported");
        observed.control("its web layer's", python.call("serving.importing", "starlette.applications"))
                .isEqualTo("imported");
        for (var module : List.of("bare_app", "flask_app", "django_app")) {
            observed.control(
                            "the handler that fails: one log record of " + module,
                            python.call("serving.logged", module))
                    .isEqualTo(List.of("RuntimeError"));
        }
    }

    /**
     * @param kept how many exchanges were as agreed
     * @param inChunks the statuses of orders whose length is not said
     * @param tooLong the status of a request for an order whose number is too long
     */
    private record Served(int kept, List<Integer> inChunks, int tooLong) {}

    private static <T> List<T> each(List<Served> all, Function<Served, T> part) {
        return all.stream().map(part).toList();
    }

    private static int inTheJvm(Python python, Observed observed, String module)
            throws IOException, InterruptedException {
        try (var server = JvmServer.start(python, module)) {
            return kept(observed, module, server.uri());
        }
    }

    private static Served under(Python python, Observed observed, String server, String module, String attribute)
            throws IOException, InterruptedException {
        var port = python.call("serving.start", server, module, attribute).asInt();
        var what = "%s, under %s".formatted(module, server);
        var uri = URI.create("http://127.0.0.1:" + port);
        var isUvicorn = server.equals("uvicorn");
        var served = new Served(
                kept(observed, what, uri), Contract.inChunks(uri), isUvicorn ? Contract.status(uri, TOO_LONG) : 0);
        observed.control(what + ": the server ends with", python.call("serving.stop"))
                .isEqualTo(isUvicorn ? -15 : 0);
        return served;
    }

    private static int kept(Observed observed, String what, URI server) throws IOException, InterruptedException {
        var result = Contract.of(server);
        observed.control(what + ": other answers", result.wrong()).isEqualTo(Map.of());
        observed.control(what + ": statuses", result.statuses()).isEqualTo(AGREED);
        return result.statuses().size();
    }

    @Claim
    void one_named_need_flips_each_card_and_three_days_flip_eleven(Python python, Observed observed) {
        var chosen = python.call("choosing.first");
        observed.control("first choices, and without the need that decides", chosen)
                .isEqualTo(Map.ofEntries(
                        Map.entry("back office of a shop", List.of("Django", "FastAPI")),
                        Map.entry("portal of a club", List.of("Django", "Flask")),
                        Map.entry("register of a clinic", List.of("Django", "FastAPI")),
                        Map.entry("chat of a help desk", List.of("Django", "FastAPI")),
                        Map.entry("catalogue that grows", List.of("Django", "Flask")),
                        Map.entry("stock pages in a Java program", List.of("Django", "FastAPI")),
                        Map.entry("API for partners", List.of("FastAPI", "Flask")),
                        Map.entry("API between two services", List.of("FastAPI", "Flask")),
                        Map.entry("ticker of prices", List.of("FastAPI", "Flask")),
                        Map.entry("webhook in a Java program", List.of("Flask", "FastAPI")),
                        Map.entry("page with a report", List.of("Flask", "Django")),
                        Map.entry("status page of an appliance", List.of("bare", "Flask"))));
        observed.control("what [bare, Flask, FastAPI, Django] would cost", python.call("choosing.prices"))
                .isEqualTo(Map.ofEntries(
                        Map.entry("back office of a shop", List.of(57, 23, 15, 11)),
                        Map.entry("portal of a club", List.of(36, 11, 18, 5)),
                        Map.entry("register of a clinic", Arrays.asList(null, null, 24, 17)),
                        Map.entry("chat of a help desk", Arrays.asList(null, null, 10, 7)),
                        Map.entry("catalogue that grows", List.of(24, 7, 13, 5)),
                        Map.entry("stock pages in a Java program", Arrays.asList(39, 13, null, 11)),
                        Map.entry("API for partners", List.of(19, 7, 3, 11)),
                        Map.entry("API between two services", List.of(12, 5, 3, 9)),
                        Map.entry("ticker of prices", Arrays.asList(null, null, 3, 11)),
                        Map.entry("webhook in a Java program", Arrays.asList(12, 5, null, 9)),
                        Map.entry("page with a report", List.of(16, 3, 9, 5)),
                        Map.entry("status page of an appliance", Arrays.asList(4, null, null, null))));
        observed.that("the first choice, and without \"staff edit the data\"", chosen.get("back office of a shop"))
                .isEqualTo(List.of("Django", "FastAPI"));
        observed.that("... without \"partners read OpenAPI\"", chosen.get("API for partners"))
                .isEqualTo(List.of("FastAPI", "Flask"));
        observed.that("... without \"it runs inside the JVM\"", chosen.get("webhook in a Java program"))
                .isEqualTo(List.of("Flask", "FastAPI"));
        observed.that("... without \"no dependency\"", chosen.get("status page of an appliance"))
                .isEqualTo(List.of("bare", "Flask"));
        var alsoFlipping = python.call("choosing.flipping").properties().stream()
                .filter(card -> card.getValue().size() > 1)
                .collect(toMap(Map.Entry::getKey, card -> card.getValue().get(1).asText()));
        observed.that("cards that a second need flips, too", alsoFlipping)
                .isEqualTo(Map.of(
                        "register of a clinic", "staff edit the data",
                        "catalogue that grows", "pages with forms",
                        "stock pages in a Java program", "pages with forms"));
        observed.that("cards that one price changes, by [1, 2, 3, 4] days", python.call("choosing.flips", 4))
                .isEqualTo(List.of(0, 5, 11, 12));
        observed.control("... that rises", python.call("choosing.flips", 4, List.of(1)))
                .isEqualTo(List.of(0, 5, 11, 12));
        observed.control("... that falls", python.call("choosing.flips", 4, List.of(-1)))
                .isEqualTo(List.of(0, 5, 11, 12));
        observed.control(
                        "migrations with Flask: two days [more, less]",
                        List.of(migrationsWithFlask(python, 2), migrationsWithFlask(python, -2)))
                .isEqualTo(List.of(List.of(), List.of("catalogue that grows")));
    }

    private static JsonNode migrationsWithFlask(Python python, int more) {
        return python.call("choosing.changes", "the data model changes", 1, more);
    }
}
