package pykata.basics.enterprisefeatures;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockingDetails;
import static org.mockito.Mockito.when;
import static pykata.python.Implementation.CPYTHON;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.mockito.invocation.Invocation;
import pykata.claim.AnswerTest;
import pykata.claim.Claim;
import pykata.claim.NotOn;
import pykata.claim.Observed;
import pykata.python.GraalPy;
import pykata.python.Python;

class EnterpriseFeaturesTest extends AnswerTest {

    @Claim
    void a_java_host_and_cpython_get_the_same_quote_to_the_byte(Python python, Observed observed) throws Exception {
        var carts = new ArrayList<>(List.of(SomeCarts.CART));
        carts.addAll(SomeCarts.random(100));
        var quotes = quotes(python, carts);
        observed.that("a quote", quotes.getFirst())
                .isEqualTo("{\"gross\":11974,\"lines\":[{\"cents\":5063,\"sku\":\"KÄSE\"},"
                        + "{\"cents\":4999,\"sku\":\"LAMP\"}],\"net\":10062,\"vat\":1912}");
        observed.that("SHA-256 of 100 quotes begins", sha256(quotes.subList(1, 101)))
                .isEqualTo("4c127cea0c68");
    }

    @Claim
    void money_never_overflows_but_it_is_rounded(Python python, Observed observed) {
        observed.that("Java: `Long.MAX_VALUE + 1`", Long.MAX_VALUE + 1).isEqualTo(Long.MIN_VALUE);
        observed.that("Python: the same sum", python.call("money.a_long_and_one"))
                .isEqualTo("9223372036854775808");
        var dimes = python.call("money.three_dimes");
        observed.that("three times 0.1 is 0.3: float", dimes.get(0)).isEqualTo(false);
        observed.that("three times 0.1 is 0.3: Decimal", dimes.get(1)).isEqualTo(true);
        var cent = python.call("money.a_cent_counts");
        observed.that("one more cent changes a Decimal sum of 28 digits", cent.get(0))
                .isEqualTo(true);
        observed.that("one more cent changes a Decimal sum of 29 digits", cent.get(1))
                .isEqualTo(false);
        observed.that("19 % of 1.50, nobody says how to round", python.call("money.vat"))
                .isEqualTo("0.28");
        observed.that(
                        "the process says half up: [here, in a new thread]",
                        python.call("money.with_a_rule_of_the_process"))
                .isEqualTo(List.of("0.29", "0.28"));
        observed.that("the call says half up: [here, in a new thread]", python.call("money.with_a_rule_of_the_call"))
                .isEqualTo(List.of("0.29", "0.29"));
    }

    @Claim
    @NotOn(value = CPYTHON, because = "it is about Python that calls Java")
    void a_java_mock_is_a_port_but_its_exceptions_pass_except_exception(GraalPy python, Observed observed) {
        var checkout = python.context().eval("python", "__import__('checkout')");
        var stock = mock(Stock.class);
        var payments = mock(Payments.class);
        when(payments.charge(1999, "EUR")).thenReturn("R-1");
        observed.that(
                        "the receipt",
                        checkout.invokeMember("check_out", stock, payments).asString())
                .isEqualTo("R-1");
        observed.that("calls, card accepted", calls(stock, payments))
                .isEqualTo(List.of("reserve(LAMP, 2)", "charge(1999, EUR)"));
        observed.that(
                        "`isinstance(mock, Payments)`, the Protocol",
                        checkout.invokeMember("is_payments", payments).asBoolean())
                .isEqualTo(false);

        var refused = new CardRefused("no cover");
        doThrow(refused).when(payments).charge(1999, "EUR");
        clearInvocations(stock, payments);
        var failure = failure(checkout, "check_out", stock, payments);
        var order = inOrder(stock, payments);
        order.verify(stock).reserve("LAMP", 2);
        order.verify(payments).charge(1999, "EUR");
        order.verify(stock).release("LAMP", 2);
        observed.that("calls, card refused, `with`", calls(stock, payments))
                .isEqualTo(List.of("reserve(LAMP, 2)", "charge(1999, EUR)", "release(LAMP, 2)"));
        observed.that("Java gets its own exception object back", failure.asHostException() == refused)
                .isEqualTo(true);

        clearInvocations(stock, payments);
        failure(checkout, "check_out_catching", stock, payments);
        observed.that("calls, card refused, `except Exception`", calls(stock, payments))
                .isEqualTo(List.of("reserve(LAMP, 2)", "charge(1999, EUR)"));

        var explained =
                failure(checkout, "check_out_explaining", stock, payments).getGuestObject();
        observed.that("a Python exception around it", explained.getMetaObject().getMetaSimpleName())
                .isEqualTo("PaymentFailed");
        observed.that(
                        "its `__cause__` is that same object",
                        explained.getMember("__cause__").asHostObject() == refused)
                .isEqualTo(true);
    }

    @Claim
    void nothing_enforces_names_types_or_asserts_at_run_time(Python python, Observed observed) {
        observed.that("the time-out after `settings.timeuot = 60`", python.call("settings.of_a_dataclass"))
                .isEqualTo(5);
        observed.that("the same, `@dataclass(slots=True)`", python.call("settings.of_a_slotted_one"))
                .isEqualTo("refused");
        observed.that("`timeout: int` given \"soon\": [plain, slots]", python.call("settings.of_another_type"))
                .isEqualTo(List.of("soon", "soon"));
        observed.that(
                        "another signature: [isinstance of the Protocol, the call]",
                        python.call("settings.of_another_signature"))
                .isEqualTo(List.of(true, "TypeError"));
        observed.that("a refund of -500 cents, `assert cents > 0`", python.call("settings.refund", -500, 0))
                .isEqualTo("refused");
        observed.that("the same under `python -O`", python.call("settings.refund", -500, 1))
                .isEqualTo(-500);
    }

    @Claim
    void only_a_test_keeps_the_domain_from_importing_the_database(Python python, Observed observed) {
        observed.that("the shop's price of a lamp", python.call("boundaries.price_of_a_lamp"))
                .isEqualTo(4999);
        observed.that(
                        "the shop, if `audit` is imported first",
                        python.call("boundaries.imported_first", "shop.infra.audit"))
                .isEqualTo("starts");
        observed.that(
                        "the shop, if `ledger` is imported first",
                        python.call("boundaries.imported_first", "shop.infra.ledger"))
                .isEqualTo("ImportError");
        var shop = python.call("boundaries.gate", "shop");
        observed.that("the gate: forbidden imports", shop.get("violations"))
                .isEqualTo(List.of(List.of("shop.domain.pricing", "shop.infra.database.cents_of", 5)));
        observed.that("the gate: a cycle", shop.get("cycle"))
                .isEqualTo(List.of("shop.infra.audit", "shop.infra.ledger"));
        observed.that("modules that the gate imported", shop.get("imported")).isEqualTo(List.of());
        var orders = python.call("boundaries.gate", "orders");
        observed.that("the gate, of the pricing engine", List.of(orders.get("violations"), orders.get("cycle")))
                .isEqualTo(List.of(List.of(), List.of()));
    }

    @Claim
    void the_last_failure_comes_out_and_carries_the_first(Python python, Observed observed) {
        observed.that("taken `stock`, `prices`, `payments`; closed", python.call("releases.closed_when_closing_breaks"))
                .isEqualTo(List.of("payments", "prices", "stock"));
        observed.that("what comes out, and what it carries", python.call("releases.when_closing_breaks"))
                .isEqualTo(List.of("OSError", "PriceMissing"));
        observed.that("`except PriceMissing` runs, closing works", python.call("releases.handled", ""))
                .isEqualTo(true);
        observed.that("`except PriceMissing` runs, closing breaks", python.call("releases.handled", "prices"))
                .isEqualTo(false);
    }

    @Claim(inOwnProcess = true)
    void the_library_serves_http_and_sql_and_takes_nan_for_a_price(Python python, Observed observed) throws Exception {
        try (var prices = new PriceClient(python)) {
            observed.that("`4999`: [loose table, strict table]", prices.inBoth("LAMP", "4999"))
                    .isEqualTo(List.of("201 4999", "201 4999"));
            observed.that("`-4999`", prices.inBoth("LAMP-1", "-4999")).isEqualTo(List.of("409", "409"));
            observed.that("`NaN`", prices.inBoth("LAMP-2", "NaN")).isEqualTo(List.of("201 null", "409"));
            observed.that("`\"free\"`", prices.inBoth("LAMP-3", "\"free\"")).isEqualTo(List.of("201 \"free\"", "409"));
            observed.that("a number of 5000 digits", prices.inBoth("LAMP-4", "9".repeat(5_000)))
                    .isEqualTo(List.of("400", "400"));
            observed.that("no number at all", prices.inBoth("LAMP-5", "")).isEqualTo(List.of("400", "400"));
            observed.that("eight equal requests at once", prices.together(8, "DESK", "29900"))
                    .isEqualTo(List.of(201, 409, 409, 409, 409, 409, 409, 409));
        }
    }

    private static PolyglotException failure(Value module, String function, Object... arguments) {
        return assertThatExceptionOfType(PolyglotException.class)
                .isThrownBy(() -> module.invokeMember(function, arguments))
                .actual();
    }

    /** What was called on the mocks, in this order. */
    private static List<String> calls(Object... mocks) {
        return Arrays.stream(mocks)
                .flatMap(mock -> mockingDetails(mock).getInvocations().stream())
                .sorted(Comparator.comparing(Invocation::getSequenceNumber))
                .map(call -> call.getMethod().getName()
                        + Arrays.stream(call.getArguments())
                                .map(String::valueOf)
                                .collect(Collectors.joining(", ", "(", ")")))
                .toList();
    }

    /** From Java, records go in; elsewhere it takes JSON to get there. */
    private static List<String> quotes(Python python, List<Cart> carts) {
        if (python instanceof GraalPy graalPy) {
            var engine = new PricingEngine(graalPy.context(), SomeCarts.CATALOGUE);
            return carts.stream().map(engine::quote).toList();
        }
        return python.call("orders.from_json.quotes", carts, SomeCarts.asJson())
                .valueStream()
                .map(quote -> quote.asText())
                .toList();
    }

    private static String sha256(List<String> quotes) throws Exception {
        var bytes = String.join("\n", quotes).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                .substring(0, 12);
    }
}
