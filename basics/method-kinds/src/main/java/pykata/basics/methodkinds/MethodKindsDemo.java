package pykata.basics.methodkinds;

import static pykata.demo.Story.line;
import static pykata.demo.Story.scene;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import pykata.answer.Question;
import pykata.python.GraalPy;
import pykata.python.Limits;

/** The same methods in two languages: Java decides at the declaration, Python at each lookup. */
public final class MethodKindsDemo {

    private static final List<String> METHODS = List.of("plus", "parse", "is_valid");

    private MethodKindsDemo() {}

    public static void main(String[] arguments) {
        System.out.printf("%s on Java %s: three kinds of method%n", GraalPy.version(), Runtime.version());
        try (var python = new GraalPy(Question.of(MethodKindsDemo.class).sources(), Limits.DEFAULT)) {
            var context = python.newContext();
            lookups(module(context, "kinds"));
            factory(module(context, "kinds"));
            callbacks(module(context, "kinds"));
            sequence(module(context, "numbering"));
            rates(module(context, "tariffs"));
            deadline(module(context, "deadlines"));
        }
    }

    private static void lookups(Value kinds) {
        scene("What a lookup makes of each kind, and how its counterpart in Java is declared");
        var price = kinds.invokeMember("Price", 250);
        System.out.printf("  %-10s%-14s%-16s%-20s%s%n", "", "stored", "from the class", "from an instance", "in Java");
        for (var row : BindingTable.of(kinds.getMember("Price"), price, Price.class, METHODS)
                .rows()) {
            System.out.printf(
                    "  %-10s%-14s%-16s%-20s%s%n",
                    row.python(), row.stored(), row.fromClass(), row.fromInstance(), row.java());
        }
    }

    private static void factory(Value kinds) {
        scene("One inherited factory, called through the subclass: Discount.parse(\"2.50\")");
        line("Python, told the class", described(kinds.getMember("Discount").invokeMember("parse", "2.50")));
        line("Java, not told", Price.Discount.parse("2.50"));
    }

    /** Python's bound method is Java's {@code price::plus}, and its plain function is {@code Price::plus}. */
    private static void callbacks(Value kinds) {
        scene("A method handed to Java as a callback");
        var price = kinds.invokeMember("Price", 250);
        var other = kinds.invokeMember("Price", 50);
        UnaryOperator<Value> bound = price.getMember("plus")::execute;
        BinaryOperator<Value> unbound = kinds.getMember("Price").getMember("plus")::execute;
        line("price.plus brings its object", described(bound.apply(other)));
        line("Price.plus has to be given one", described(unbound.apply(price, other)));
    }

    private static void sequence(Value numbering) {
        scene("Numbers for an invoice, a credit note, an invoice, a credit note");
        line("cls.last += 1", numbering.invokeMember("issued_in_turn", "Invoice", "CreditNote"));
        line("NamedInvoice.last += 1", numbering.invokeMember("issued_in_turn", "NamedInvoice", "NamedCreditNote"));
    }

    private static void rates(Value tariffs) {
        scene("10 kWh at night: the base class computes, the subclass has a static rate of its own");
        var cents = tariffs.invokeMember("bills", "NightTariff", 10);
        line("Python, self.cents_per_kwh()", cents.getHashValue("self"));
        line("Python, Tariff.cents_per_kwh()", cents.getHashValue("name"));
        line("Java, centsPerKwh()", new Tariff.Night().bill(10));
    }

    private static void deadline(Value deadlines) {
        scene("A deadline is a date with an owner: what is Ann's deadline plus one day?");
        line("the owner is required", aDayLater(deadlines, "required"));
        line("the owner has a default", aDayLater(deadlines, "default"));
        line("the deadline has a date instead", deadlines.invokeMember("composed"));
    }

    private static Value aDayLater(Value deadlines, String parameter) {
        return deadlines.invokeMember("made_from", parameter).getHashValue("plus");
    }

    private static String described(Value price) {
        return price.getMetaObject().getMetaSimpleName() + " " + price.getMember("cents");
    }

    private static Value module(Context context, String name) {
        return context.eval("python", "__import__('" + name + "')");
    }
}
