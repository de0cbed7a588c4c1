package pykata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pykata.ChildJvm;
import pykata.answer.Question;
import pykata.python.CPython;
import pykata.python.GraalPy;

/** What somebody sees who tries their own function on both Pythons. */
class BothCommandTest {

    private static final String CPYTHON = "%-15s ".formatted(CPython.reference().interpreter());
    private static final String GRAALPY = "%-15s ".formatted(GraalPy.version());

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** One of each kind, as deep as CPython lets a function go. */
    @Test
    void equal_values_of_any_kind_are_the_same() throws IOException {
        assertThat(kata("""
                import os, sys, time
                from collections import Counter, OrderedDict, defaultdict, deque
                from dataclasses import dataclass
                from datetime import date, timedelta, timezone
                from decimal import Decimal
                from enum import Enum
                from fractions import Fraction

                class Status(Enum):
                    OPEN = "open"

                @dataclass
                class Line:
                    sku: str
                    tags: set

                class Basket(list):
                    pass

                def descend(depth):
                    return 0 if depth == 0 else 1 + descend(depth - 1)

                def f(text, *, rate):
                    basket = Basket([Line("LAMP", {"fig", "kiwi", "plum"})])
                    basket.append(basket)
                    deep = ()
                    for _ in range(1_000):
                        deep = (deep,)
                    print("printed", text)
                    surroundings = os.listdir(), sys.stdin.read(), time.tzname, os.environ["LC_ALL"], sys.argv
                    return {
                        "basket": basket, "deep": deep, "depth": descend(900), "given": (text, rate),
                        "surroundings": surroundings, "k" * 60_000: 10**5_000,
                        (1, b"\\xff"): float("nan"), None: frozenset({("fig", 1), ("kiwi", 2)}),
                        "money": [Decimal("1.10"), Fraction(1, 3), -0.0, 1e22, 2j],
                        "time": [date(2026, 2, 28), timedelta(1), timezone.utc],
                        "kinds": [Status.OPEN, Counter("abca"), OrderedDict(a=1), defaultdict(int, a=1), deque([1])],
                        "text": "\\u00fc \\U0001f40d \\ud800 \\x1b", "range": range(3), "class": ValueError, "error": KeyError("x"),
                    }
                """, "f", "\"ü\"", "rate=0.5")).as(out + "" + err).isZero();
        assertThat(out.toString().lines().map(line -> line.substring(0, Math.min(line.length(), 30))))
                .containsExactly(
                        CPYTHON + "{'basket': Bas",
                        "                prints    prin",
                        GRAALPY + "{'basket': Bas",
                        "                prints    prin",
                        "The same.");
        assertThat(out.toString()).contains("prints    printed ü\n").doesNotContain("\u001b");
    }

    @Test
    void syntax_that_graalpy_does_not_speak_is_said_to_be_newer() throws IOException {
        assertThat(kata("type Rates[T = int] = list[T]\n\n\ndef f():\n    return 1\n", "f"))
                .isEqualTo(1);
        assertThat(out.toString())
                .contains(CPYTHON + "1\n", GRAALPY + "cannot import it: SyntaxError: ", "a.py\", line 1\n")
                .endsWith(
                        "DIFFERENT.\nGraalPy speaks Python 3.12: newer syntax is a syntax error there. See\nGRAALPY.md.\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --seconds 0       | --seconds is a number from 1 to 3600
                    EUR               | not JSON: EUR (text needs quotes of its own: '"EUR"')
                    1 2.              | not JSON: 2. (text
                    n=1 n=2           | n= comes twice
                    n=EUR             | not JSON: EUR (text
                    None              | not JSON: None (that is null)
                    True              | not JSON: True (that is true)
                    [1,]              | not JSON: [1,] (as in '[1, "a"]' and '{"a": null}')
                    -1 -2 -3          | f() takes 2 positional arguments but 3 were given
                    """)
    void what_is_typed_wrongly_is_refused(String arguments, String why) throws IOException {
        assertThat(kata("def f(n, m):\n    return n\n", ("f " + arguments.strip()).split(" ")))
                .isEqualTo(2);
        assertThat(err.toString()).startsWith("kata: " + why);
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"totla, total", "Oder.of, Order.of", "Order.off, Order.of"})
    void the_function_that_was_meant_is_suggested(String typed, String meant) throws IOException {
        assertThat(kata("""
                def total():
                    return 1

                class Order:
                    @staticmethod
                    def of():
                        return 1
                """, typed)).isEqualTo(2);
        assertThat(err.toString()).contains(" defines no %s; did you mean %s?\n".formatted(typed, meant));
    }

    @Test
    void what_is_another_each_time_is_not_called_different() throws IOException {
        assertThat(kata("import os\n\n\ndef f():\n    return os.urandom(16)\n", "f"))
                .isEqualTo(3);
        assertThat(out.toString()).contains("\nNot compared: asked again, CPython differs from itself, too.");
    }

    @Test
    void trailing_text_behind_an_argument_is_refused() throws IOException {
        assertThat(kata("def f(n):\n    return n\n", "f", "1 2")).isEqualTo(2);
        assertThat(err.toString()).startsWith("kata: not JSON: 1 2 (text");
    }

    /** The first Python is still at work when the signal comes; the second one does not begin. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there a process cannot be asked to end")
    void a_signal_leaves_no_process_and_no_file(@TempDir Path temporary) throws Exception {
        var file = Files.writeString(folder.resolve("a.py"), """
                import os, socket, subprocess
                def f(port):
                    child = subprocess.Popen(["sleep", "600"])
                    with socket.create_connection(("127.0.0.1", port)) as connection:
                        connection.sendall(f"{os.getpid()} {child.pid}\\n".encode())
                        connection.recv(1)
                """);
        try (var server = new ServerSocket(0)) {
            var flags = List.of(
                    "-Djava.io.tmpdir=" + temporary,
                    "-Dpykata.root=" + Question.in(Path.of("")).root(),
                    "--enable-native-access=ALL-UNNAMED");
            var port = Integer.toString(server.getLocalPort());
            var kata = ChildJvm.command(flags, KataCommand.class, "both", file.toString(), "f", port)
                    .redirectOutput(folder.resolve("said").toFile())
                    .start();
            server.setSoTimeout(60_000);
            try (var connection = server.accept()) {
                var said = new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8);
                var pids = new BufferedReader(said).readLine();
                kata.destroy();
                assertThat(kata.waitFor(30, TimeUnit.SECONDS)).isTrue();
                assertThat(Arrays.stream(pids.split(" ")).map(Long::valueOf))
                        .allSatisfy(pid -> ProcessHandle.of(pid)
                                .ifPresent(left -> assertThat(left.onExit()).succeedsWithin(20, TimeUnit.SECONDS)));
            }
        }
        assertThat(temporary).isEmptyDirectory();
        assertThat(folder.resolve("said")).isEmptyFile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"def f():\n    return (n for n in [1])\n", "from .rates import RATE\n"})
    void what_could_not_be_compared_or_tried_has_no_answers_status(String text) throws IOException {
        assertThat(kata(text, "f")).as(out + "" + err).isEqualTo(3);
        assertThat(out.toString()).containsPattern("\nNot (compared|tried): [^\n]+\n$");
    }

    private int kata(String text, String... words) throws IOException {
        var file = Files.writeString(folder.resolve("a.py"), text);
        var all = new ArrayList<>(List.of("both", file.toString()));
        all.addAll(List.of(words));
        return KataCommand.commandLine(new Repository(Question.in(Path.of("")).root()))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }
}
