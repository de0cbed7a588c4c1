package pykata.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static pykata.cli.Probe.Outcome.ENDED;
import static pykata.cli.Probe.Outcome.INCOMPARABLE;
import static pykata.cli.Probe.Outcome.MISSING;
import static pykata.cli.Probe.Outcome.RAISED;
import static pykata.cli.Probe.Outcome.REFUSED;
import static pykata.cli.Probe.Outcome.RETURNED;
import static pykata.cli.Probe.Outcome.STOPPED;
import static pykata.cli.Probe.Outcome.UNLOADABLE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import pykata.cli.Probe.Answer;
import pykata.cli.Probe.Trial;
import pykata.python.CPython;
import pykata.python.GraalPy;
import pykata.python.Implementation;
import pykata.python.Limits;
import pykata.python.Python;
import pykata.python.Sources;

/** What is said of a call is what the function did; what went wrong on the way to it is told apart. */
class ProbeTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {3, 1, 2}                           | {1, 2, 3}
                    {'b': {2, 1}, 'a': ()}              | {'b': {1, 2}, 'a': ()}
                    set(), frozenset(), (1,)            | (set(), frozenset(), (1,))
                    b'\\xff', float('nan'), -0.0        | (b'\\xff', nan, -0.0)
                    {(1, 2): True, 1: None}             | {(1, 2): True, 1: None}
                    __import__('decimal').Decimal('1.10') | Decimal('1.10')
                    __import__('datetime').date(2026, 2, 28) | datetime.date(2026, 2, 28)
                    __import__('collections').deque([{2, 1}]) | deque([{1, 2}])
                    [range(3), int, len]                | [range(0, 3), <class 'int'>, <built-in function len>]
                    'naïve ☃ \\x1b'                     | 'naïve ☃ \\x1b'
                    """)
    void a_value_is_shown_in_pythons_notation_without_the_order_of_a_set(String expression, String shown) {
        var answer = answer("def f():\n    return " + expression + "\n");
        assertThat(answer.outcome()).isEqualTo(RETURNED);
        assertThat(answer.shown()).isEqualTo(shown);
    }

    @Test
    void objects_are_taken_apart() {
        var answer = answer("""
                from dataclasses import dataclass
                from typing import ClassVar, NamedTuple

                @dataclass
                class Line:
                    sku: str
                    tags: set
                    kind: ClassVar[str] = "line"

                class Point(NamedTuple):
                    x: set

                class Basket(list):
                    pass

                def f():
                    basket = Basket([Line("LAMP", {"b", "a"})])
                    basket.owner = Point({2, 1})
                    basket.append(basket)
                    return basket
                """);
        assertThat(answer.shown()).isEqualTo("Basket([Line(sku='LAMP', tags={'a', 'b'}), ...], owner=Point(x={1, 2}))");
    }

    @Test
    void what_json_could_not_hold_is_no_hindrance() {
        var answer = answer("""
                def f():
                    deep = 0
                    for _ in range(5_000):
                        deep = [deep]
                    return {"k" * 60_000: 10**5_000, "deep": deep}
                """);
        assertThat(answer.outcome()).isEqualTo(RETURNED);
        assertThat(answer.shown())
                .hasSizeGreaterThan(60_000 + 4_000 + 10_000)
                .contains("'kkk", ": 0x31e20801", "[[[0]]]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    (n for n in [1])            | a generator
                    iter([1])                   | a list_iterator
                    [object()]                  | an object
                    lambda: 1                   | a function
                    __import__('sys')           | a module
                    __import__('threading').Lock() | a lock
                    """)
    void what_no_text_stands_for_is_said_to_be_incomparable(String expression, String what) {
        var answer = answer("def f():\n    return " + expression + "\n");
        assertThat(answer.outcome()).isEqualTo(INCOMPARABLE);
        assertThat(answer.shown()).isEqualTo(what);
    }

    @Test
    void a_coroutine_is_not_complained_of_by_python_as_well() {
        var trial = trial("a.py", "async def f():\n    return 1\n", "f");
        assertThat(trial.answer().shown()).isEqualTo("a coroutine");
        assertThat(trial.err()).isEmpty();
    }

    @Test
    void an_exception_comes_with_its_own_lines() {
        var answer = answer("def f():\n    return g()\n\n\ndef g():\n    return 1 / 0\n");
        assertThat(answer.outcome()).isEqualTo(RAISED);
        assertThat(answer.type()).isEqualTo("ZeroDivisionError");
        assertThat(answer.detail())
                .contains("prices.py\", line 2, in f", "prices.py\", line 6, in g")
                .doesNotContain("pykata_both");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"operator.py", "token.py", "json.py", "my.file.py", "2025.py", "class.py", "pykata_both.py"})
    void a_file_is_loaded_by_its_path_whatever_its_name(String name) {
        var trial =
                trial(name, "import json, traceback\ndef add(a, b):\n    return ['mine', a + b]\n", "add", "1", "2");
        assertThat(trial.answer().shown()).isEqualTo("['mine', 3]");
    }

    @Test
    void a_neighbour_with_the_name_of_a_library_module_does_no_harm() throws IOException {
        Files.writeString(folder.resolve("token.py"), "raise SystemExit(7)\n");
        Files.writeString(folder.resolve("rates.py"), "RATE = 19\n");
        assertThat(answer("import rates\ndef f():\n    return 1 / (rates.RATE - 19)\n")
                        .detail())
                .contains("prices.py\", line 3, in f\n    return 1 / (rates.RATE - 19)");
    }

    @Test
    void a_module_of_a_package_is_imported_as_one() throws IOException {
        var shop = Files.createDirectories(folder.resolve("shop/till"));
        Files.createFile(folder.resolve("shop/__init__.py"));
        Files.createFile(shop.resolve("__init__.py"));
        Files.writeString(folder.resolve("shop/rates.py"), "RATE = 19\n");
        var trial =
                trial("shop/till/prices.py", "from ..rates import RATE\ndef f():\n    return __name__, RATE\n", "f");
        assertThat(trial.answer().shown()).isEqualTo("('shop.till.prices', 19)");
    }

    @Test
    void a_relative_import_without_a_package_could_not_be_tried() {
        var answer = answer("from .rates import RATE\ndef f():\n    return RATE\n");
        assertThat(answer.outcome()).isEqualTo(UNLOADABLE);
        assertThat(answer.shown())
                .startsWith("ImportError: attempted relative import with no known parent package.")
                .endsWith("put an __init__.py there, or write a file beside the folder that imports package.module");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    import no_such_package    | ModuleNotFoundError: No module named 'no_such_package'. There is the
                    1 / 0                     | ZeroDivisionError: division by zero
                    def f(:                   | SyntaxError:
                    raise SystemExit(3)       | SystemExit: 3
                    """)
    void what_cannot_be_imported_could_not_be_tried(String line, String why) {
        var answer = answer(line + "\n");
        assertThat(answer.outcome()).isEqualTo(UNLOADABLE);
        assertThat(answer.shown()).startsWith(why);
    }

    @Test
    void a_method_is_found_through_its_class() {
        var text = """
                class Rate:
                    @staticmethod
                    def static(n):
                        return n
                    @classmethod
                    def of_class(cls, n):
                        return cls.__name__, n
                    def of_object(self, n):
                        return n
                """;
        assertThat(trial("a.py", text, "Rate.static", "1").answer().shown()).isEqualTo("1");
        assertThat(trial("a.py", text, "Rate.of_class", "1").answer().shown()).isEqualTo("('Rate', 1)");
        var refused = trial("a.py", text, "Rate.of_object", "1").answer();
        assertThat(refused.outcome()).isEqualTo(REFUSED);
        assertThat(refused.shown())
                .isEqualTo("Rate.of_object needs an object: call it in a function of your own, as in"
                        + " def tried(): return Rate().of_object()");
        assertThat(trial("a.py", text, "Rate.nothing").answer().outcome()).isEqualTo(MISSING);
        assertThat(trial("a.py", text + "rate = 19\n", "rate").answer().shown())
                .isEqualTo("rate is no function, but an int");
    }

    @Test
    void arguments_that_do_not_fit_are_no_answer_of_the_function() {
        var answer = trial("a.py", "def f(a, b):\n    return a + b\n", "f", "1").answer();
        assertThat(answer.outcome()).isEqualTo(REFUSED);
        assertThat(answer.shown()).contains("missing 1 required positional argument: 'b'");
        assertThat(trial("a.py", "def f(a, b):\n    return a + b\n", "f", "1", "\"x\"")
                        .answer()
                        .type())
                .isEqualTo("TypeError");
    }

    @Test
    void arguments_have_names_and_any_size() {
        var file = write("a.py", "def f(a, *, rate):\n    return a % 10, rate\n");
        var probe = new Probe(file, "f", List.of("1".repeat(5_000)), Map.of("rate", "[0.5]"), Limits.DEFAULT);
        assertThat(probe.on(CPython.reference()::start).answer().shown()).isEqualTo("(1, [0.5])");
    }

    @Test
    void what_it_prints_is_kept_by_where_it_went() {
        var trial = trial("a.py", """
                import os, sys
                print("imported")
                def f():
                    print("ü", file=sys.stderr)
                    os.write(1, b"raw\\n")
                    sys.stdout = None
                """, "f");
        assertThat(trial.answer().shown()).isEqualTo("None");
        assertThat(trial.out().lines()).containsExactlyInAnyOrder("imported", "raw");
        assertThat(trial.err()).isEqualTo("ü\n");
    }

    @Test
    void an_interpreter_that_ends_has_not_answered() {
        var answer = answer("import os\ndef f():\n    os._exit(7)\n");
        assertThat(answer.outcome()).isEqualTo(ENDED);
        assertThat(answer.shown()).isEqualTo("the interpreter ended with status 7");
    }

    @Test
    void what_hangs_is_stopped_and_its_line_is_told() {
        var file = write("a.py", "def f():\n    while True:\n        pass\n");
        var probe = new Probe(file, "f", List.of(), Map.of(), Limits.DEFAULT.within(Duration.ofSeconds(1)));
        var answer = probe.on(CPython.reference()::start).answer();
        assertThat(answer.outcome()).isEqualTo(STOPPED);
        assertThat(answer.shown()).matches("no answer within 1 s at a.py:[23], in f");
    }

    /** Also a grandchild that lost its parent, and a thread that never ends. */
    @ParameterizedTest
    @EnumSource
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no sh")
    void what_it_leaves_running_is_told_and_ended(Implementation on) {
        var trial = trial(started(on), "a.py", """
                import subprocess, threading
                def f():
                    threading.Thread(target=threading.Event().wait).start()
                    text = "sleep 600 > /dev/null 2>&1 & echo $!"
                    print("started")
                    return int(subprocess.run(["sh", "-c", text], stdout=subprocess.PIPE).stdout)
                """, "f");
        assertThat(trial.answer().outcome()).isEqualTo(RETURNED);
        assertThat(trial.answer().leftRunning()).isEqualTo(1);
        assertThat(trial.out()).isEqualTo("started\n");
        assertThat(trial.err()).isEmpty();
        ProcessHandle.of(Long.parseLong(trial.answer().shown()))
                .ifPresent(left -> assertThat(left.onExit()).succeedsWithin(20, TimeUnit.SECONDS));
    }

    @Test
    void a_pool_of_processes_finds_the_function_again() {
        var trial = trial("a.py", """
                from concurrent.futures import ProcessPoolExecutor
                def double(n):
                    return 2 * n
                def f():
                    with ProcessPoolExecutor(1) as pool:
                        return pool.submit(double, 21).result()
                """, "f");
        assertThat(trial.answer().shown()).isEqualTo("42");
    }

    private static BiFunction<Sources, Limits, Python> started(Implementation on) {
        return on == Implementation.GRAALPY ? GraalPy::new : CPython.reference()::start;
    }

    private Answer answer(String text) {
        return trial("prices.py", text, "f").answer();
    }

    private Trial trial(String name, String text, String function, String... arguments) {
        return trial(CPython.reference()::start, name, text, function, arguments);
    }

    private Trial trial(
            BiFunction<Sources, Limits, Python> start, String name, String text, String function, String... arguments) {
        return new Probe(write(name, text), function, List.of(arguments), Map.of(), Limits.DEFAULT).on(start);
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
