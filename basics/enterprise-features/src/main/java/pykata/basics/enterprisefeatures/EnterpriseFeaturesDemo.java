package pykata.basics.enterprisefeatures;

import static pykata.demo.Story.line;
import static pykata.demo.Story.scene;

import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import pykata.answer.Question;
import pykata.basics.enterprisefeatures.Catalogue.Product;
import pykata.basics.enterprisefeatures.Catalogue.Tax;
import pykata.python.CPython;
import pykata.python.GraalPy;
import pykata.python.Limits;
import pykata.python.PythonUnavailable;
import pykata.python.Sources;

/** A day in a Java shop that leaves the rules to Python: quotes, check-outs, a service, and the gate at its build. */
public final class EnterpriseFeaturesDemo {

    private static final Catalogue CATALOGUE = new Catalogue(
            List.of(new Product("LAMP", 4999), new Product("KÄSE", 435), new Product("MOON", Long.MAX_VALUE)),
            List.of(new Tax("DE", "0.19")));
    private static final Cart CART = new Cart("DE", List.of(new Cart.Line("KÄSE", 12), new Cart.Line("LAMP", 1)));
    private static final Cart TWO_MOONS = new Cart("DE", List.of(new Cart.Line("MOON", 2)));

    private EnterpriseFeaturesDemo() {}

    public static void main(String[] arguments) {
        System.out.printf("%s on Java %s: a pricing engine in Python%n", GraalPy.version(), Runtime.version());
        var sources = Question.of(EnterpriseFeaturesDemo.class).sources();
        try (var python = new GraalPy(sources, Limits.DEFAULT)) {
            var context = python.newContext();
            quotes(new PricingEngine(context, CATALOGUE), sources);
            checkOuts(module(context, "checkout"));
            gate(module(context, "architecture"));
            service(sources);
        }
    }

    private static void quotes(PricingEngine engine, Sources sources) {
        scene("One cart, the same files, two Pythons");
        line("records in, on GraalPy", engine.quote(CART));
        try (var cPython = CPython.reference().start(sources, Limits.DEFAULT)) {
            var catalogue = Map.of("products", Map.of("LAMP", 4999, "KÄSE", 435), "vat", Map.of("DE", "0.19"));
            var quotes = cPython.call("orders.from_json.quotes", List.of(CART), catalogue);
            line("JSON in, on CPython", quotes.get(0).asText());
        } catch (PythonUnavailable none) {
            line("JSON in, on CPython", none.getMessage());
        }
        scene("Two moons, at Long.MAX_VALUE cents each");
        line("net, in Java's long", 2 * Long.MAX_VALUE);
        line("in Python", engine.quote(TWO_MOONS));
    }

    private static void checkOuts(Value checkout) {
        scene("Python checks out through two Java objects that implement nothing of Python's");
        attempt(checkout, "check_out", new Bank("R-1"));
        scene("The bank refuses; the reservation is taken back by `with`");
        attempt(checkout, "check_out", new Bank(""));
        scene("... by `except Exception`: a Java exception is none");
        attempt(checkout, "check_out_catching", new Bank(""));
    }

    private static void attempt(Value checkout, String function, Bank bank) {
        try {
            line("Java gets", checkout.invokeMember(function, new Shelf(), bank));
        } catch (PolyglotException failure) {
            line("Java gets its own exception object back", failure.asHostException() == bank.refusal);
        }
    }

    private static void gate(Value architecture) {
        scene("The gate reads two packages and imports neither");
        for (var packageName : List.of("shop", "orders")) {
            line(packageName + ": forbidden imports", architecture.invokeMember("violations", packageName));
            line(packageName + ": cycle", architecture.invokeMember("cycle", packageName));
        }
    }

    private static void service(Sources sources) {
        scene("HTTP and SQL from the standard library: a loose table, a strict one");
        try (var cPython = CPython.reference().start(sources, Limits.DEFAULT);
                var prices = new PriceClient(cPython)) {
            line("4999", prices.inBoth("LAMP", "4999"));
            line("-4999", prices.inBoth("LAMP-1", "-4999"));
            line("NaN", prices.inBoth("LAMP-2", "NaN"));
            line("eight equal requests at once", prices.together(8, "strict", "DESK", "29900"));
        } catch (PythonUnavailable none) {
            line("not here", none.getMessage());
        }
    }

    /** A port in Java; Python finds its methods by name. */
    public static final class Shelf implements Stock {

        @Override
        public void reserve(String sku, int quantity) {
            line("reserve", quantity + " x " + sku);
        }

        @Override
        public void release(String sku, int quantity) {
            line("release", quantity + " x " + sku);
        }
    }

    /** Gives a receipt, or refuses if it has none. */
    public static final class Bank implements Payments {

        private final CardRefused refusal = new CardRefused("no cover");
        private final String receipt;

        private Bank(String receipt) {
            this.receipt = receipt;
        }

        @Override
        public String charge(long cents, String currency) {
            line("charge", cents + " cents in " + currency);
            if (receipt.isEmpty()) {
                throw refusal;
            }
            return receipt;
        }
    }

    private static Value module(Context context, String name) {
        return context.eval("python", "__import__('" + name + "')");
    }
}
