package pykata.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pykata.answer.Question;

/** Which mistakes are made in a piece of Python, and which are not. */
class MutatingTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            f(a < b)                        | f(a <= b)
            f(a == b)                       | f(a != b)
            f(a is b)                       | f(a is not b)
            f(a is not None)                | f(a is None)
            f(a not in b)                   | f(a in b)
            f(a < (b) < c)                  | f(a <= (b) < c) ; f(a < (b) <= c)
            f(a + b)                        | f(a - b)
            f(a // b)                       | f(a / b)
            f(a * (b + c))                  | f(a / (b + c)) ; f(a * (b - c))
            f(-a)                           | f(a)
            f(a and b)                      | f(a or b)
            f(not a)                        | f( a)
            f(a if b else c)                | f(a if not (b) else c)
            f([a for a in b if a])          | f([a for a in b if not (a)])
            f(a[7])                         | f(a[8])
            f(a[1])                         | f(a[2]) ; f(a[0])
            f(a[-1])                        | f(a[1])
            f(True)                         | f(False)
            f(None)                         | f(0)
            f('a')                          | f('XXa')
            f(b"")                          | f(b"XX")
            f(rf"{a}b")                     | f(rf"XX{a}b")
            f(a, b)                         | f(a)
            f(a, b=c)                       | f(a)
            f(a, b=True)                    | f(a, b=False)
            f(lambda: a)                    | f(lambda: None)
            """)
    void an_expression_becomes(String expression, String mutants) throws IOException {
        assertThat(changes(expression))
                .containsExactlyInAnyOrderElementsOf(List.of((mutants + " ; pass").split(" ; ")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            a.b = c                         | pass
            a += b                          | a -= b ; a = b ; pass
            del a                           | pass
            raise                           | pass
            yield                           | pass
            return a                        | return None
            return                          | pass
            assert a, "must be"             | assert not (a), "must be" ; pass
            with a: b                       | if True: b
            with a as b, c: d               | with c: d ; with a as b: d
            while a: break                  | while not (a): break ; while a: pass
            if a: raise A(b, "told")        | if not (a): raise A(b, "told") ; if a: pass ; if a: raise A(b)
            @a def f(b=1): c                | nothing
            """)
    void a_statement_becomes(String statement, String mutants) throws IOException {
        var inFunction = "def function():\n    " + statement.replace("@a def", "@a\n    def");
        assertThat(changes(inFunction))
                .containsAll(List.of(mutants.replace("nothing", "").split(" ; ", -1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"\"A docstring.\"\"\"",
                "def f(a: 'A' = b) -> 'B': ...",
                "print(f'{a} cents')",
                "log.info('paid')",
                "a: int",
                "import a",
                "if __name__ == '__main__':\n    f(1)",
                "if TYPE_CHECKING:\n    a = 1 + 2",
                "a = b",
            })
    void is_left_alone(String code) throws IOException {
        assertThat(changes(code + "\n")).isSubsetOf("def f(a: 'A') -> 'B': ...");
    }

    @Test
    void a_message_is_left_alone_and_what_raises_it_is_not() throws IOException {
        assertThat(changes("raise ValueError('no such price')")).containsExactly("pass");
        assertThat(changes("warnings.warn('old')")).containsExactly("pass");
    }

    @Test
    void a_name_that_has_another_value_can_do_without_this_one() throws IOException {
        assertThat(changes("a = b\nif c:\n    a = d\n")).containsExactlyInAnyOrder("pass", "if not (c):", "pass");
    }

    @Test
    void lines_and_formatting_stay() throws IOException {
        var code = "f(\n    a,  # the first\n\n    [b,\n     c],\n)\ng()\n";
        var mutants = mutants(code);
        assertThat(mutants)
                .allSatisfy(mutant -> assertThat(mutant.text().lines())
                        .hasSameSizeAs(code.lines().toList()));
        assertThat(mutants).filteredOn(mutant -> mutant.line() == 7).hasSize(1);
    }

    @Test
    void knows_its_function_its_lines_and_its_like() throws IOException {
        var mutants = mutants("class Till:\n    def pay(self):\n        self.paid = 0\n        self.paid = 0\n");
        assertThat(mutants)
                .extracting(Mutant::function, Mutant::line, Mutant::after, Mutant::number)
                .containsExactlyInAnyOrder(
                        tuple("Till.pay", 3, "pass", 1),
                        tuple("Till.pay", 3, "self.paid = 1", 1),
                        tuple("Till.pay", 4, "pass", 2),
                        tuple("Till.pay", 4, "self.paid = 1", 2));
    }

    /** The harness's own Python has every kind of statement in it. */
    @Test
    void every_mutant_is_another_program() throws IOException {
        var python = Question.in(Path.of("")).root().resolve("harness/src/main/python");
        try (var files = Files.walk(python)) {
            var mutants = Mutant.of(
                    Question.in(Path.of("")),
                    python,
                    files.filter(file -> file.toString().endsWith(".py")).toList());
            assertThat(mutants).hasSizeGreaterThan(500).doesNotHaveDuplicates();
        }
    }

    private List<String> changes(String code) throws IOException {
        return mutants(code).stream().map(Mutant::after).toList();
    }

    private List<Mutant> mutants(String code) throws IOException {
        var file = Files.writeString(folder.resolve("code.py"), code);
        return Mutant.of(Question.in(Path.of("")), folder, List.of(file));
    }
}
