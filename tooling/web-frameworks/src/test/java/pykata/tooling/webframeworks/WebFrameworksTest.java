package pykata.tooling.webframeworks;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import pykata.claim.AnswerTest;
import pykata.claim.Claim;
import pykata.claim.Needs;
import pykata.claim.NotOn;
import pykata.claim.Observed;
import pykata.python.GraalPy;
import pykata.python.Implementation;
import pykata.python.Python;

class WebFrameworksTest extends AnswerTest {

    private static final List<Integer> AGREED =
            List.of(201, 200, 404, 422, 422, 422, 400, 413, 405, 404, 404, 500);

    @Claim(seconds = 60)
    @Needs({"flask", "django", "fastapi", "gunicorn", "uvicorn"})
    @NotOn(value = Implementation.CPYTHON, os = "windows", because = "gunicorn needs fork")
    void twelve_agreed_exchanges_pass_on_each_and_only_a_compiled_core_stays_out_of_the_jvm(
            Python python, Observed observed) throws IOException, InterruptedException {
        for (var name : List.of("bare", "Flask", "Django")) {
            var module = name.toLowerCase(Locale.ROOT) + "_app";
            if (python instanceof GraalPy) {
                try (var server = JvmServer.start(python, module)) {
                    kept(observed, name + ", in the JVM", server.uri());
                }
            } else {
                under(python, observed, "gunicorn", name, module, "app");
            }
        }
        if (python instanceof GraalPy) {
            observed.that("FastAPI, in the JVM: its import ends with", python.call("serving.importing", "fastapi_app"))
                    .isEqualTo("ImportError: pydantic_core");
            observed.control("the rest of FastAPI", python.call("serving.importing", "starlette.applications"))
                    .isEqualTo("imported");
        } else {
            under(python, observed, "uvicorn", "FastAPI", "fastapi_app", "app");
            under(python, observed, "uvicorn", "Django", "django_app", "asgi");
        }
    }

    private static void under(
            Python python, Observed observed, String server, String name, String module, String attribute)
            throws IOException, InterruptedException {
        var port = python.call("serving.start", server, module, attribute).asInt();
        kept(observed, "%s, under %s".formatted(name, server), URI.create("http://127.0.0.1:" + port));
        observed.control("%s ends with, after %s".formatted(server, name), python.call("serving.stop"))
                .isEqualTo(server.equals("gunicorn") ? 0 : -15);
    }

    private static void kept(Observed observed, String what, URI server) throws IOException, InterruptedException {
        var result = Contract.of(server);
        observed.control("other answers: " + what, result.wrong()).isEqualTo(Map.of());
        observed.control("statuses: " + what, result.statuses()).isEqualTo(AGREED);
        observed.that("answers as agreed: " + what, result.statuses().size()).isEqualTo(12);
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
        observed.that("the first choice, and without \"staff edit the data\"", chosen.get("back office of a shop"))
                .isEqualTo(List.of("Django", "FastAPI"));
        observed.that("... without \"partners read OpenAPI\"", chosen.get("API for partners"))
                .isEqualTo(List.of("FastAPI", "Flask"));
        observed.that("... without \"it runs inside the JVM\"", chosen.get("webhook in a Java program"))
                .isEqualTo(List.of("Flask", "FastAPI"));
        observed.that("... without \"no dependency\"", chosen.get("status page of an appliance"))
                .isEqualTo(List.of("bare", "Flask"));
        observed.that("cards, of 12, that one price changes if it is [1, 2] days other", python.call("choosing.flips", 2))
                .isEqualTo(List.of(0, 5));
    }
}
