package pykata.basics.enterprisefeatures;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockingDetails;
import static org.mockito.Mockito.when;
import static pykata.python.Implementation.CPYTHON;
import static pykata.python.Implementation.GRAALPY;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.TypeLiteral;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;
import org.mockito.invocation.Invocation;
import pykata.claim.AnswerTest;
import pykata.claim.Claim;
import pykata.claim.NotOn;
import pykata.claim.Observed;
import pykata.python.GraalPy;
import pykata.python.Python;

class EnterpriseFeaturesTest extends AnswerTest {

    private static final TypeLiteral<List<Boolean>> BOOLEANS = new TypeLiteral<>() {};
    private static final TypeLiteral<List<String>> STRINGS = new TypeLiteral<>() {};

    @Claim
    void a_plain_class_takes_a_misspelt_name_and_any_type(Python python, Observed observed) {
        observed.that(
                        "time-out after `settings.timeuot = 60`: [dataclass, dataclass with slots]",
                        python.call("settings.timeouts", "timeuot"))
                .isEqualTo(Arrays.asList(5, "refused"));
        observed.control("after `settings.timeout = 60`", python.call("settings.timeouts", "timeout"))
                .isEqualTo(List.of(60, 60));
        observed.that(
                        "`timeout: int` given \"soon\": [dataclass, dataclass with slots]",
                        python.call("settings.of_another_type"))
                .isEqualTo(List.of("soon", "soon"));
        var signatures = python.call("settings.signatures");
        observed.that("right method, no base class: [isinstance, call]", signatures.get("Till"))
                .isEqualTo(List.of(true, "1999 EUR"));
        observed.that("wrong signature: [isinstance, call]", signatures.get("Cashier"))
                .isEqualTo(List.of(true, "TypeError"));
        observed.control("what they inherit from", python.call("settings.bases"))
                .isEqualTo(
                        Map.of("Cashier", List.of("object"), "Till", List.of("object"), "InMemory", List.of("object")));
        observed.control("no such method", signatures.get("Settings")).isEqualTo(List.of(false, "AttributeError"));
        observed.that(
                        "a refund of -500, `assert cents > 0`: [python, python -O]",
                        List.of(python.call("settings.refund", -500, 0), python.call("settings.refund", -500, 1)))
                .isEqualTo(List.of("refused", -500));
        observed.control("a refund of 500 cents", python.call("settings.refund", 500, 0))
                .isEqualTo(500);
    }

    @Claim
    void python_runs_a_domain_that_imports_its_database(Python python, Observed observed) {
        var prices = python.call("boundaries.prices_of_a_lamp");
        observed.that(
                        "the domain's price, by [import, `import_module`, third module]",
                        List.of(prices.get("pricing"), prices.get("discounts"), prices.get("offers")))
                .isEqualTo(List.of(4999, 4999, 4999));
        observed.that(
                        "the shop, if [`audit`, `ledger`] is imported first",
                        Stream.of("shop.infra.audit", "shop.infra.ledger")
                                .map(first -> python.call("boundaries.imported_first", first))
                                .toList())
                .isEqualTo(List.of("starts", "ImportError"));
        var shop = python.call("boundaries.gate", "shop");
        observed.that("forbidden imports that the gate finds: [from, to, line]", shop.get("violations"))
                .isEqualTo(List.of(List.of("shop.domain.pricing", "shop.infra.database.cents_of", 5)));
        observed.that("the cycle that it finds", shop.get("cycle"))
                .isEqualTo(List.of("shop.infra.audit", "shop.infra.ledger"));
        observed.control("modules that the gate imported", shop.get("imported")).isEqualTo(List.of());
        var orders = python.call("boundaries.gate", "orders");
        observed.control("the gate, of a package in order", List.of(orders.get("violations"), orders.get("cycle")))
                .isEqualTo(List.of(List.of(), List.of()));
        observed.control(
                        "a rule about what only begins alike",
                        python.call("boundaries.judged", "shop", Map.of("shop.dom", List.of("shop.infra"))))
                .isEqualTo(List.of());
        observed.control(
                        "a rule against what only begins alike",
                        python.call("boundaries.judged", "shop", Map.of("shop.domain", List.of("shop.inf"))))
                .isEqualTo(List.of());
        observed.control(
                        "another rule, of another layer",
                        python.call(
                                "boundaries.judged", "shop", Map.of("shop.infra.ledger", List.of("shop.infra.audit"))))
                .isEqualTo(List.of(List.of("shop.infra.ledger", "shop.infra.audit", 3)));
        observed.control(
                        "the third module, by a rule of its own",
                        python.call("boundaries.judged", "shop", Map.of("shop.prices", List.of("shop.infra"))))
                .isEqualTo(List.of(List.of("shop.prices", "shop.infra.database.cents_of", 3)));
        observed.control(
                        "relative imports, of a package and of a module",
                        python.call(
                                "boundaries.judged",
                                "shop",
                                Map.of("shop.infra", List.of("shop.infra.database", "shop.domain"))))
                .isEqualTo(List.of(
                        List.of("shop.infra", "shop.infra.database.cents_of", 3),
                        List.of("shop.infra.migrate", "shop.domain.pricing", 3)));
        observed.control("what that rule does not name", python.call("boundaries.not_named_by_its_rule"))
                .isEqualTo(List.of("orders", "orders.__main__"));
        observed.control(
                        "what the rule of its domain forbids, and others in `orders` do",
                        python.call("boundaries.orders_by_the_rule_of_its_domain"))
                .isEqualTo(List.of(
                        List.of("orders.__main__", "orders.from_json.quotes", 3),
                        List.of("orders.canonical", "json", 3),
                        List.of("orders.from_java", "orders.canonical.canonical", 6),
                        List.of("orders.from_json", "orders.canonical.canonical", 6)));
    }

    @Claim
    @NotOn(value = GRAALPY, because = "it is about the start of a process")
    void an_installed_package_runs_code_without_being_imported(Python python, Observed observed) {
        var starts = python.call("startup.starts");
        observed.that("what runs if the program does not import the package", starts.get("does not import it"))
                .isEqualTo(List.of("pth", "sitecustomize", "program"));
        observed.that("... if the program imports it", starts.get("imports it"))
                .isEqualTo(List.of("pth", "sitecustomize", "package", "program"));
        var isolated = starts.get("-I");
        observed.control("... under `-I`, with the program's word that it is isolated", isolated)
                .isEqualTo(List.of("pth", "sitecustomize", "isolated", "program"));
        observed.that(
                        "... if it does not, under `-I`",
                        isolated.valueStream()
                                .map(JsonNode::asText)
                                .filter(word -> !word.equals("isolated"))
                                .toList())
                .isEqualTo(List.of("pth", "sitecustomize", "program"));
        observed.that("... if it does not, under `-S`", starts.get("-S")).isEqualTo(List.of("program"));
        observed.control("... and no package is installed", starts.get("nothing installed"))
                .isEqualTo(List.of("program"));
    }

    @Claim
    void money_never_overflows_but_it_is_rounded(Python python, Observed observed) {
        observed.control("Java: `Long.MAX_VALUE + 1`", Long.MAX_VALUE + 1).isEqualTo(Long.MIN_VALUE);
        observed.control("`2**63 - 1 + 1`, past a 64-bit integer", python.call("money.a_long_and_one"))
                .isEqualTo("9223372036854775808");
        var dimes = python.call("money.three_dimes");
        observed.that("three times 0.1: [float, Decimal]", dimes).isEqualTo(List.of(0.30000000000000004, "0.3"));
        observed.control("one more cent: digits of the exact sum, is it noticed?", python.call("money.a_cent_more", 28))
                .isEqualTo(List.of(28, true));
        observed.control("and with one digit more?", python.call("money.a_cent_more", 29))
                .isEqualTo(List.of(29, false));
        observed.that("19 % of 1.50 (0.285), no rule given", python.call("money.vat"))
                .isEqualTo("0.28");
        var rules = python.call("money.rules");
        var own = rules.get("getcontext, rule of the context");
        var tasks = rules.get("a task, asyncio.to_thread, run_in_executor");
        observed.that(
                        "`getcontext()` says half up: [here, task, `to_thread`, `run_in_executor`, new thread]",
                        List.of(own.get(0), tasks.at("/0/1"), tasks.at("/1/1"), tasks.at("/2/1"), own.get(1)))
                .isEqualTo(List.of("0.29", "0.29", "0.29", "0.28", "0.28"));
        observed.control(
                        "... and here, beside those three",
                        List.of(tasks.at("/0/0"), tasks.at("/1/0"), tasks.at("/2/0")))
                .isEqualTo(List.of("0.29", "0.29", "0.29"));
        observed.control("... and here again, after the thread", own.get(2)).isEqualTo("0.29");
        observed.that("a child task says half up: its parent [before, after]", rules.get("a child task"))
                .isEqualTo(List.of("0.28", "0.29"));
        observed.control("... the child does so in `localcontext()`", rules.get("a child task in a localcontext"))
                .isEqualTo(List.of("0.28", "0.28"));
        observed.that(
                        "the call says half up: [here, new thread, again here]",
                        rules.get("getcontext, rule in the call"))
                .isEqualTo(List.of("0.29", "0.29", "0.29"));
        observed.control("`DefaultContext` says it before the thread starts", rules.get("DefaultContext"))
                .isEqualTo(List.of("0.28", "0.29"));
        observed.control("the rules here when the four threads started", rules.get("in force at the starts"))
                .isEqualTo(List.of("ROUND_HALF_UP", "ROUND_HALF_UP", "ROUND_HALF_EVEN", "ROUND_HALF_EVEN"));
        observed.control("nobody says it any more: [here, new thread]", rules.get("nobody any more"))
                .isEqualTo(List.of("0.28", "0.28"));
    }

    @Claim(inOwnProcess = true)
    void the_library_serves_http_and_sql_and_takes_nan_for_a_price(Python python, Observed observed) throws Exception {
        try (var prices = new PriceClient(python)) {
            observed.control("`4999`", prices.inBoth("LAMP", "4999")).isEqualTo(List.of("201 4999", "201 4999"));
            observed.control("`-4999`", prices.inBoth("LAMP-1", "-4999")).isEqualTo(List.of("409", "409"));
            observed.that("`NaN`: [loose table, strict table]", prices.inBoth("LAMP-2", "NaN"))
                    .isEqualTo(List.of("201 null", "409"));
            observed.that("`\"free\"`", prices.inBoth("LAMP-3", "\"free\"")).isEqualTo(List.of("201 \"free\"", "409"));
            observed.that("`\"4999\"`, a text", prices.inBoth("LAMP-4", "\"4999\""))
                    .isEqualTo(List.of("201 4999", "201 4999"));
            observed.control("`true`", prices.inBoth("LAMP-5", "true")).isEqualTo(List.of("201 1", "201 1"));
            observed.control(
                            "`true` and `\"4999\"`, before STRICT sees them",
                            List.of(
                                    python.call("price_service.arrives_as", true),
                                    python.call("price_service.arrives_as", "4999")))
                    .isEqualTo(List.of("integer", "text"));
            observed.control("a number of 5000 digits", prices.inBoth("LAMP-6", "9".repeat(5_000)))
                    .isEqualTo(List.of("400", "400"));
            observed.control("no number at all", prices.inBoth("LAMP-7", "")).isEqualTo(List.of("400", "400"));
            observed.control("a price that is there already", prices.inBoth("LAMP", "1"))
                    .isEqualTo(List.of("409", "409"));
            observed.that(
                            "eight equal requests, made to look before one inserts",
                            prices.together(8, "strict", "DESK", "29900"))
                    .isEqualTo(List.of(201, 409, 409, 409, 409, 409, 409, 409));
            observed.control(
                            "all looked before one stored",
                            prices.log().stream().limit(9).toList())
                    .isEqualTo(Stream.concat(Collections.nCopies(8, "looked").stream(), Stream.of("stored"))
                            .toList());
            observed.control(
                            "... into the loose table, which has the key, too",
                            prices.together(8, "loose", "DESK", "29900"))
                    .isEqualTo(List.of(201, 409, 409, 409, 409, 409, 409, 409));
            observed.that("... into a table without a key", prices.together(8, "keyless", "DESK", "29900"))
                    .isEqualTo(Collections.nCopies(8, 201));
            observed.control(
                            "... all looked before one stored, too",
                            prices.log().stream().limit(8).toList())
                    .isEqualTo(Collections.nCopies(8, "looked"));
            observed.control("... a ninth, alone, looks first", prices.together(1, "keyless", "DESK", "29900"))
                    .isEqualTo(List.of(409));
        }
    }

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
        var bySmallest = new Cart("ZA", List.of(new Cart.Line("KÄSE", 9), new Cart.Line("KÄSE", 10)));
        observed.control("9 pieces, no discount; 10 pieces, 3 %", quotes(python, List.of(bySmallest)))
                .isEqualTo(List.of("{\"gross\":9354,\"lines\":[{\"cents\":3915,\"sku\":\"KÄSE\"},"
                        + "{\"cents\":4219,\"sku\":\"KÄSE\"}],\"net\":8134,\"vat\":1220}"));
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
        observed.control("calls, card accepted", calls(stock, payments))
                .isEqualTo(List.of("reserve(LAMP, 2)", "charge(1999, EUR)"));
        observed.that(
                        "`isinstance(mock, Payments)`, the Protocol",
                        checkout.invokeMember("is_payments", payments).asBoolean())
                .isEqualTo(false);
        observed.control(
                        "a Python class with the method, and one without",
                        checkout.invokeMember("are_payments").as(BOOLEANS))
                .isEqualTo(List.of(true, false));

        var refused = new CardRefused("no cover");
        doThrow(refused).when(payments).charge(1999, "EUR");
        clearInvocations(stock, payments);
        var failure = failure(checkout, "check_out", stock, payments);
        var order = inOrder(stock, payments);
        order.verify(stock).reserve("LAMP", 2);
        order.verify(payments).charge(1999, "EUR");
        order.verify(stock).release("LAMP", 2);
        observed.that("the card is refused, `with` cleans up: calls", calls(stock, payments))
                .isEqualTo(List.of("reserve(LAMP, 2)", "charge(1999, EUR)", "release(LAMP, 2)"));
        observed.that("... and Java gets its own exception object back", failure.asHostException() == refused)
                .isEqualTo(true);

        clearInvocations(stock, payments);
        failure(checkout, "check_out_catching", stock, payments);
        observed.that("the card is refused, `except Exception` cleans up: calls", calls(stock, payments))
                .isEqualTo(List.of("reserve(LAMP, 2)", "charge(1999, EUR)"));
        observed.control(
                        "card refused in Python, `except Exception`",
                        checkout.invokeMember("calls_catching").as(STRINGS))
                .isEqualTo(List.of("reserve(LAMP, 2)", "charge(1999, EUR)", "release(LAMP, 2)"));

        var explained =
                failure(checkout, "check_out_explaining", stock, payments).getGuestObject();
        observed.control(
                        "a Python exception around it",
                        explained.getMetaObject().getMetaSimpleName())
                .isEqualTo("PaymentFailed");
        observed.control("what it carries", explained.getMember("args").as(new TypeLiteral<List<Object>>() {}))
                .isEqualTo(List.of("LAMP", 2));
        observed.control("its `__cause__` is that same object", hostObject(explained.getMember("__cause__")) == refused)
                .isEqualTo(true);
    }

    private static @Nullable Object hostObject(Value value) {
        return value.isHostObject() ? value.asHostObject() : null;
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
