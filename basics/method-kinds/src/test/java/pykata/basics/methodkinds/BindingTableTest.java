package pykata.basics.methodkinds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import pykata.answer.Question;
import pykata.python.GraalPy;
import pykata.python.Limits;

class BindingTableTest {

    @Test
    void java_sees_through_the_bridge_what_python_sees() {
        try (var python = new GraalPy(Question.of(BindingTableTest.class).sources(), Limits.DEFAULT)) {
            var prices = python.newContext().eval("python", "__import__('kinds')");
            var price = prices.invokeMember("Price", 250);

            var table = BindingTable.of(
                    prices.getMember("Price"), price, Price.class, List.of("plus", "parse", "is_valid"));

            assertThat(table.rows())
                    .containsExactly(
                            new BindingTable.Row("plus", "function", "function", "method", "instance"),
                            new BindingTable.Row("parse", "classmethod", "method", "method", "static"),
                            new BindingTable.Row("is_valid", "staticmethod", "function", "function", "static"));
        }
    }
}
