package pykata.designpatterns.legacyrefactoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import pykata.python.Python;

/** The requests of 200 customers for two routes, and who answers them. */
final class Requests {

    static final int CUSTOMERS = 200;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> DAYS = List.of("02.06.2026", "10.06.2026", "20.06.2026", "01.09.2026");
    private static final List<String> COUNTRIES = List.of("DE", "AT", "CH", "US");

    private final Strangler<JsonNode, Double> strangler = new Strangler<>();
    private final Map<String, Set<String>> ofPython = new HashMap<>();
    private final Python python;

    Requests(Python python) {
        this(python, JavaBilling::late);
    }

    Requests(Python python, Function<JsonNode, Double> late) {
        this.python = python;
        strangler.add("late", this::lateInPython, late);
        strangler.add("shipping", this::shippingInPython, JavaBilling::shipping);
    }

    private double lateInPython(JsonNode request) {
        note("late", request);
        return python.call("billing_after.late", request, request.get("day").asText())
                .asDouble();
    }

    /** Null for a country without a price. */
    private Double shippingInPython(JsonNode request) {
        note("shipping", request);
        var price = python.call(
                "billing_after.shipping",
                request,
                request.get("weight").asDouble(),
                request.get("goods").asDouble());
        return price.isNull() ? null : price.asDouble();
    }

    private void note(String route, JsonNode request) {
        ofPython.get(route).add(request.get("cust").asText());
    }

    static String customer(int number) {
        return "C" + number;
    }

    static JsonNode request(int number) {
        return JSON.valueToTree(Map.of(
                "cust",
                customer(number),
                "due",
                "01.06.2026",
                "day",
                DAYS.get(number % 4),
                "cur",
                number % 3 == 2 ? "CHF" : "EUR",
                "sum",
                97.3 * (number % 11),
                "country",
                COUNTRIES.get(number % 4),
                "type",
                number % 5 == 0 ? "B" : "P",
                "express",
                number % 7 == 0,
                "weight",
                number % 30 * 1.1,
                "goods",
                number * 1.9));
    }

    /** What each customer gets. */
    List<Double> answers(String route) {
        ofPython.put(route, new TreeSet<>());
        return IntStream.range(0, CUSTOMERS)
                .mapToObj(number -> strangler.answer(route, customer(number), request(number)))
                .toList();
    }

    /** How many customers get something else than they should. */
    static long different(List<Double> answers, List<Double> expected) {
        return IntStream.range(0, CUSTOMERS)
                .filter(each -> !Objects.equals(answers.get(each), expected.get(each)))
                .count();
    }

    Strangler<JsonNode, Double> strangler() {
        return strangler;
    }

    /** The customers for whom Python was asked, when all of them last asked for this route. */
    Set<String> ofPython(String route) {
        return ofPython.get(route);
    }
}
