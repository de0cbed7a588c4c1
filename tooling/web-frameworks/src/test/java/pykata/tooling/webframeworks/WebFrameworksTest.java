package pykata.tooling.webframeworks;

import static pykata.python.Implementation.CPYTHON;
import static pykata.python.Implementation.GRAALPY;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import pykata.claim.AnswerTest;
import pykata.claim.Claim;
import pykata.claim.Needs;
import pykata.claim.NotOn;
import pykata.claim.Observed;
import pykata.python.Python;

class WebFrameworksTest extends AnswerTest {

    private static final List<Integer> AGREED = List.of(201, 200, 404, 422, 422, 422, 400, 413, 405, 404, 404, 500);

    @Claim(inOwnProcess = true, seconds = 60)
    @Needs({"flask", "django", "fastapi", "gunicorn", "uvicorn"})
    @NotOn(value = CPYTHON, os = "windows", because = "gunicorn needs fork")
    void twelve_agreed_exchanges_pass_on_each_and_only_a_compiled_core_stays_out_of_the_jvm(
            Python python, Observed observed) throws IOException, InterruptedException {
        if (python.interpreter().implementation() == GRAALPY) {
            observed.that(
                            "in the JVM, [bare, Flask, Django]: kept",
                            List.of(
                                    inTheJvm(python, observed, "bare_app"),
                                    inTheJvm(python, observed, "flask_app"),
                                    inTheJvm(python, observed, "django_app")))
                    .isEqualTo(List.of(12, 12, 12));
            observed.that("... FastAPI's import", python.call("serving.importing", "fastapi_app"))
                    .isEqualTo("ImportError: pydantic_core");
            observed.control("its web layer", python.call("serving.importing", "starlette.applications"))
                    .isEqualTo("imported");
        } else {
            observed.that(
                            "gunicorn, [bare, Flask, Django]: kept",
                            List.of(
                                    under(python, observed, "gunicorn", "bare_app", "app"),
                                    under(python, observed, "gunicorn", "flask_app", "app"),
                                    under(python, observed, "gunicorn", "django_app", "app")))
                    .isEqualTo(List.of(12, 12, 12));
            observed.that(
                            "uvicorn, [FastAPI, Django]: kept",
                            List.of(
                                    under(python, observed, "uvicorn", "fastapi_app", "app"),
                                    under(python, observed, "uvicorn", "django_app", "asgi")))
                    .isEqualTo(List.of(12, 12));
        }
    }

    private static int inTheJvm(Python python, Observed observed, String module)
            throws IOException, InterruptedException {
        try (var server = JvmServer.start(python, module)) {
            return kept(observed, module, server.uri());
        }
    }

    private static int under(Python python, Observed observed, String server, String module, String attribute)
            throws IOException, InterruptedException {
        var port = python.call("serving.start", server, module, attribute).asInt();
        var what = "%s, under %s".formatted(module, server);
        var kept = kept(observed, what, URI.create("http://127.0.0.1:" + port));
        observed.control(what + ": the server ends with", python.call("serving.stop"))
                .isEqualTo(server.equals("gunicorn") ? 0 : -15);
        return kept;
    }

    private static int kept(Observed observed, String what, URI server) throws IOException, InterruptedException {
        var result = Contract.of(server);
        observed.control(what + ": other answers", result.wrong()).isEqualTo(Map.of());
        observed.control(what + ": statuses", result.statuses()).isEqualTo(AGREED);
        return result.statuses().size();
    }

    @Claim
    void one_need_decides_each_card_and_a_day_more_or_less_changes_none(Python python, Observed observed) {
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
        observed.that("cards that one price changes, by [1, 2] days", python.call("choosing.flips", 2))
                .isEqualTo(List.of(0, 5));
    }
}
