package pykata.tooling.webframeworks;

import static pykata.python.Implementation.GRAALPY;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pykata.claim.Claim;
import pykata.claim.ClaimsTest;
import pykata.claim.Needs;
import pykata.claim.NotOn;
import pykata.claim.Observed;
import pykata.python.Python;

/** What each framework does without being asked: loading, documenting, converting, and the order of its layers. */
@Needs({"flask", "django", "fastapi"})
class DecidedForYouTest extends ClaimsTest {

    private static final List<String> NAMES = List.of("bare_app", "flask_app", "fastapi_app", "django_app");
    private static final List<String> TITLES = List.of("bare", "Flask", "FastAPI", "Django");
    private static final List<String> WAYS =
            List.of("bare", "Flask, hooks", "Flask, wsgi_app", "Django", "FastAPI", "FastAPI, handler");
    private static final String NO_FASTAPI = "FastAPI is one of the four, and the wheel of its core is for CPython";

    @Claim
    @NotOn(value = GRAALPY, because = NO_FASTAPI)
    void only_fastapi_documents_itself_and_only_django_writes_migrations_and_an_admin(
            Python python, Observed observed) {
        var table = python.call("counted.table");
        observed.that("own lines, with the checks by hand", column(table, "lines"))
                .isEqualTo(List.of(61, 35, 40, 57));
        var packages = column(table, "packages").stream()
                .map(each -> ((JsonNode) each).size())
                .toList();
        observed.that("packages loaded", packages).isEqualTo(List.of(0, 7, 10, 2));
        observed.that("... with compiled parts", column(table, "compiled"))
                .isEqualTo(List.of(List.of(), List.of("MarkupSafe"), List.of("pydantic_core"), List.of()));
        for (var bound : Map.of("bare_app", 100, "flask_app", 400, "fastapi_app", 500, "django_app", 600)
                .entrySet()) {
            observed.control(
                            "modules: " + bound.getKey(),
                            table.get(bound.getKey()).get("modules"))
                    .isAtMost(bound.getValue());
        }
        observed.that("in the order of modules loaded", byModules(table))
                .isEqualTo(List.of("bare", "Flask", "FastAPI", "Django"));
        observed.that(
                        "paths in an OpenAPI document",
                        column(table, "documented").stream()
                                .map(each -> ((JsonNode) each).size())
                                .toList())
                .isEqualTo(List.of(0, 0, 3, 0));
        observed.control("folders of its packages that are about it", column(table, "about"))
                .isEqualTo(List.of(List.of(), List.of(), List.of("/openapi/"), List.of("/admin/", "/migrations/")));
        observed.control("which", table.get("fastapi_app").get("documented"))
                .isEqualTo(List.of("/orders", "/orders/{number}", "/broken"));
        var written = python.call("back_office.migrations").asText();
        observed.that("Django: `makemigrations` writes `CreateModel`", written.contains("migrations.CreateModel("))
                .isEqualTo(true);
        observed.that("... `startproject`: layers of middleware", python.call("back_office.middleware"))
                .isEqualTo(7);
        var pages = python.call("back_office.pages");
        observed.that("... its admin's pages, for staff", pages.get("staff"))
                .isEqualTo(List.of(200, 200, 200, 200, 200));
        observed.control("... for anybody", pages.get("anybody")).isEqualTo(List.of(302, "/admin/login/"));
        observed.control("an order that staff add", pages.get("added"))
                .isEqualTo(List.of(302, List.of(List.of("LAMP", 2))));
        observed.control("one without a number: refused, with its reason", pages.get("refused"))
                .isEqualTo(List.of(200, true));
    }

    private static List<Object> column(JsonNode table, String name) {
        var column = new ArrayList<Object>();
        NAMES.forEach(each -> column.add(table.get(each).get(name)));
        return column;
    }

    private static List<String> byModules(JsonNode table) {
        return NAMES.stream()
                .sorted((one, other) -> Integer.compare(
                        table.get(one).get("modules").asInt(),
                        table.get(other).get("modules").asInt()))
                .map(each -> TITLES.get(NAMES.indexOf(each)))
                .toList();
    }

    @Claim
    @NotOn(value = GRAALPY, because = "the wheel of FastAPI's core is for CPython")
    void fastapi_converts_by_default_and_strict_refuses_right_dates_too(Python python, Observed observed) {
        observed.that("FastAPI, `qty: int`", python.call("coercion.posted", "/by-default"))
                .isEqualTo(List.of(2, 2, 2, 1, 422, 422));
        observed.that("... the model strict", python.call("coercion.posted", "/strict"))
                .isEqualTo(List.of(2, 422, 422, 422, 422, 422));
        observed.that("... this field strict", python.call("coercion.posted", "/strict-field"))
                .isEqualTo(List.of(2, 422, 422, 422, 422, 422));
        observed.that("by hand, `int(qty)`", python.call("coercion.posted", "/by-hand"))
                .isEqualTo(List.of(2, 2, 2, 1, 2, 422));
        observed.that(
                        "a right date, UUID, enum, decimal: the model strict",
                        python.call("coercion.posted_right", "/strict"))
                .isEqualTo(List.of(422, 422, 422, 422));
        observed.that("... the field `qty` strict", python.call("coercion.posted_right", "/strict-field"))
                .isEqualTo(List.of(1, 1, 1, 1));
        observed.control("... by default", python.call("coercion.posted_right", "/by-default"))
                .isEqualTo(List.of(1, 1, 1, 1));
        observed.that("`?qty=2`, `?qty=two`: `qty: int`", python.call("coercion.queried", "/query"))
                .isEqualTo(List.of(2, 422));
        observed.that("... `Query(strict=True)`", python.call("coercion.queried", "/strict-query"))
                .isEqualTo(List.of(422, 422));
    }

    @Claim
    @NotOn(value = GRAALPY, because = NO_FASTAPI)
    void layers_see_the_exception_on_some_and_a_500_on_others(Python python, Observed observed) {
        var onion = List.of("outer", "inner", "handler", "inner sees 200", "outer sees 200", "the server gets 200");
        var missing = onion.stream().map(each -> each.replace("200", "404")).toList();
        var seen = new ArrayList<String>();
        var got = new ArrayList<String>();
        var after = new ArrayList<List<String>>();
        for (var name : WAYS) {
            var events = python.call("onion.seen", name);
            observed.control(name + ": answered", events.get("works")).isEqualTo(onion);
            observed.control(name + ": nothing found", events.get("missing")).isEqualTo(missing);
            var failed = events.get("fails");
            seen.add(failed.get(4).asText().replace("outer sees ", ""));
            got.add(failed.get(5).asText().replace("the server gets ", ""));
            observed.control(name + ": fails, both layers see the same", failed)
                    .isEqualTo(List.of(
                            "outer",
                            "inner",
                            "handler",
                            "inner sees " + seen.getLast(),
                            "outer sees " + seen.getLast(),
                            "the server gets " + got.getLast()));
            var refused = new ArrayList<String>();
            events.get("refused").forEach(event -> refused.add(event.asText()));
            observed.control(
                            name + ": the outer layer answers: begin and end",
                            List.of(refused.getFirst(), refused.getLast()))
                    .isEqualTo(List.of("outer", "the server gets 403"));
            after.add(refused.subList(1, refused.size() - 1));
        }
        observed.that("the handler raises: a layer sees", seen)
                .isEqualTo(List.of("RuntimeError", "500", "500", "500", "RuntimeError", "500"));
        observed.that("... the server gets", got).isEqualTo(List.of("an exception", "500", "500", "500", "500", "500"));
        var none = List.of();
        observed.that("the outer layer answers 403: what still runs", after)
                .isEqualTo(List.of(none, List.of("inner sees 403", "outer sees 403"), none, none, none, none));
    }
}
