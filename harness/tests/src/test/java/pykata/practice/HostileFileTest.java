package pykata.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static pykata.practice.Outcome.IMPORT_ERROR;
import static pykata.practice.Outcome.LIMIT_HIT;
import static pykata.practice.Outcome.OUR_FAULT;
import static pykata.practice.Outcome.SOLVED;
import static pykata.practice.Outcome.SYNTAX_ERROR;
import static pykata.practice.Outcome.WRONG_ANSWER;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a learner's file does by accident, it gets a verdict that says so, and does no harm. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "memory, output and processes are limited as POSIX does it")
class HostileFileTest {

    private static final String RIGHT = "def postage(grams):\n    return 50 + 50 * max(-(-grams // 500), 1)\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                def postage(grams):
                    while True:
                        try:
                            while True:
                                pass
                        except BaseException:
                            pass
                """,
                """
                def postage(grams):
                    return 7 ** 10 ** 9
                """,
                """
                import threading
                def postage(grams):
                    lock = threading.Lock()
                    with lock, lock:
                        return 100
                """,
            })
    void what_never_comes_back_is_stopped_and_its_line_is_shown(String text) {
        var verdict = verdict(text, Duration.ofSeconds(1));
        assertThat(verdict.outcome()).isEqualTo(LIMIT_HIT);
        assertThat(verdict.message()).matches("limit     1 s are up\nat        exercise.py:\\d: .*");
        assertThat(verdict.firstFailure().orElseThrow()).isEqualTo("the examples hold");
    }

    @ParameterizedTest
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only there the address space has a limit")
    @ValueSource(strings = {"[0] * 10**10", "[list(range(10**6)) for _ in range(10**4)]", "bytes(10**10)"})
    void ten_gigabytes_hit_the_limit(String expression) {
        var verdict = verdict("def postage(grams):\n    return len(" + expression + ")\n");
        assertThat(verdict.outcome()).isEqualTo(LIMIT_HIT);
        assertThat(verdict.message())
                .startsWith("limit     the memory is used up\nat        exercise.py:2: return len(");
    }

    @Test
    void endless_printing_hits_the_limit() {
        var verdict = verdict("""
                def postage(grams):
                    while True:
                        print("still counting", grams)
                """);
        assertThat(verdict.outcome()).isEqualTo(LIMIT_HIT);
        assertThat(verdict.message()).isEqualTo("""
                limit     too much output
                at        exercise.py:3: print("still counting", grams)""");
        assertThat(verdict.printed()).contains("still counting 500").hasSizeLessThan(150_000);
    }

    @Test
    void endless_recursion_is_a_wrong_answer_like_any_exception() {
        var verdict = verdict("def postage(grams):\n    return postage(grams - 1)\n");
        assertThat(verdict.outcome()).isEqualTo(WRONG_ANSWER);
        assertThat(verdict.message()).contains("raises RecursionError", "at        exercise.py:2: return postage");
    }

    @Test
    void a_recursion_that_lifts_its_limit_does_not_take_us_along() {
        var verdict = verdict("""
                import sys
                sys.setrecursionlimit(10**9)
                def postage(grams):
                    return postage([grams])
                """, Duration.ofSeconds(2));
        assertThat(verdict.outcome()).isIn(LIMIT_HIT, WRONG_ANSWER);
        assertThat(verdict.firstFailure().orElseThrow()).isEqualTo("the examples hold");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while True: os.fork()",
                "os.system('true')",
                "subprocess.run(['true'])",
                "multiprocessing.Process(target=print).start()",
            })
    void a_process_is_refused_even_if_the_refusal_is_swallowed(String statement) {
        var verdict = verdict("""
                import multiprocessing, os, subprocess
                def postage(grams):
                    try:
                        %s
                    except Exception:
                        return 100
                """.formatted(statement));
        assertThat(verdict.outcome()).isEqualTo(LIMIT_HIT);
        assertThat(verdict.message())
                .startsWith("limit     an exercise starts no processes (")
                .contains("at        exercise.py:4: ");
    }

    @Test
    void threads_without_end_are_refused() {
        var verdict = verdict("""
                import threading
                def postage(grams):
                    wait = threading.Event().wait
                    while True:
                        threading.Thread(target=wait).start()
                """);
        assertThat(verdict.outcome()).isEqualTo(LIMIT_HIT);
        assertThat(verdict.message())
                .startsWith("limit     an exercise has at most 1000 threads at once\n")
                .endsWith("at        exercise.py:5: threading.Thread(target=wait).start()");
    }

    @Test
    void a_thread_left_behind_holds_up_nothing() {
        var verdict = verdict("import threading\nthreading.Thread(target=threading.Event().wait).start()\n" + RIGHT);
        assertThat(verdict.outcome()).isEqualTo(SOLVED);
    }

    @Test
    void threads_left_by_one_check_are_not_counted_in_the_next() {
        var verdict = verdict("""
                import threading
                for _ in range(150):
                    threading.Thread(target=threading.Event().wait).start()
                """ + RIGHT);
        assertThat(verdict.outcome()).isEqualTo(SOLVED);
    }

    /** One thread owns the stock, and others ask it: each of 64 objects has a thread that nobody ends. */
    @Test
    void a_thread_for_each_object_is_allowed() {
        var verdict = verdict("""
                import queue, threading
                class Office:
                    def __init__(self):
                        self.letters = queue.Queue()
                        threading.Thread(target=self.work).start()
                    def work(self):
                        while True:
                            grams, reply = self.letters.get()
                            reply.put(50 + 50 * max(-(-grams // 500), 1))
                def postage(grams):
                    if not isinstance(grams, int):
                        raise TypeError(grams)
                    replies = [queue.Queue() for _ in range(64)]
                    for reply in replies:
                        Office().letters.put((grams, reply))
                    return max(reply.get() for reply in replies)
                """);
        assertThat(verdict.toString()).contains("Solved");
    }

    @Test
    void a_thread_that_waits_for_ever_in_a_lock_of_ours_is_shown_with_its_line() {
        var kata = PostageKata.with(folder, "checks.py", """
                from checking import check, expect, main
                from overtaking import Call


                @check("a call comes back")
                def back(kata):
                    expect("postage(500)", lambda: Call(lambda: kata.postage(500)).start().ended.wait(), gives=True)


                if __name__ == "__main__":
                    main()
                """);
        var file = PostageKata.write(folder.resolve("exercise.py"), """
                import threading
                lock = threading.Lock()
                def postage(grams):
                    lock.acquire()
                    with lock:
                        return 100
                """);
        var verdict = new Practice(kata, Duration.ofSeconds(1)).onCPython(file);
        assertThat(verdict.message()).isEqualTo("limit     1 s are up\nat        exercise.py:5: with lock:");
    }

    @Test
    void what_ends_graalpy_is_no_pass_and_does_not_end_this_process() {
        var file = PostageKata.write(folder.resolve("exercise.py"), "import os\nos._exit(0)\n" + RIGHT);
        assertThat(new Practice(PostageKata.SOUND).onGraalPy(file).outcome()).isEqualTo(OUR_FAULT);
    }

    /** What CPython's guard need not hold back, because GraalPy alone has it, and what gets round that guard. */
    @Test
    void graalpy_is_confined() throws IOException {
        var victim = Files.writeString(folder.resolveSibling(folder.getFileName() + "-victim.txt"), "precious");
        var verdict = onGraalPy("""
                import os, subprocess, sys
                victim = %s
                def java_class():
                    import java
                    java.type("java.lang.System")
                attempts = [
                    java_class,
                    lambda: __import__("ctypes").CDLL(None),
                    lambda: open(victim).read(),
                    lambda: open(victim, "w"),
                    lambda: open(victim, "a"),
                    lambda: os.remove(victim),
                    lambda: os.rename(victim, "mine"),
                    lambda: os.symlink(victim, "link") or open("link", "w"),
                    lambda: open(__file__, "a"),
                    lambda: os.listdir("/"),
                    lambda: subprocess.run(["true"]),
                    lambda: os.system("true") and 1 / 0,
                ]
                allowed = []
                for number, attempt in enumerate(attempts):
                    try:
                        attempt()
                    except BaseException:
                        pass
                    else:
                        allowed.append(number)
                with open("rates.txt", "w") as rates:
                    rates.write("50")
                with open("rates.txt") as rates:
                    price = int(rates.read())
                def postage(grams):
                    return allowed or price + price * max(-(-grams // 500), 1)
                """.formatted(quoted(victim)));
        assertThat(verdict.toString()).contains("Solved");
        assertThat(victim).hasContent("precious");
        Files.delete(victim);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("exercise.py"));
        }
    }

    @Test
    void graalpy_finds_a_module_of_the_learners_beside_the_file_and_threads_and_tasks() {
        PostageKata.write(folder.resolve("rates.py"), "RATE = 50\n");
        var verdict = onGraalPy("""
                import asyncio, concurrent.futures, decimal, tempfile
                from rates import RATE
                async def price(grams):
                    await asyncio.sleep(0)
                    return RATE + RATE * max(-(-grams // 500), 1)
                def postage(grams):
                    with tempfile.TemporaryFile() as file, concurrent.futures.ThreadPoolExecutor(1) as pool:
                        file.write(b"50")
                        return pool.submit(lambda: asyncio.run(price(grams))).result()
                """);
        assertThat(verdict.toString()).contains("Solved");
    }

    @Test
    void whoever_is_interrupted_while_graalpy_checks_ends_it() throws InterruptedException {
        var file = PostageKata.write(folder.resolve("exercise.py"), "while True: pass\n");
        var thread = Thread.ofPlatform().start(() -> new Practice(PostageKata.SOUND).onGraalPy(file));
        thread.setUncaughtExceptionHandler((_, _) -> {});
        while (commands().noneMatch(command -> command.contains(file.toString()))) {
            Thread.onSpinWait();
        }
        thread.interrupt();
        thread.join();
        assertThat(commands().filter(command -> command.contains(file.toString())))
                .isEmpty();
    }

    private static Stream<String> commands() {
        return ProcessHandle.current().descendants().flatMap(process -> process.info().commandLine().stream());
    }

    private Verdict onGraalPy(String text) {
        var file = PostageKata.write(folder.resolve("exercise.py"), text);
        return new Practice(PostageKata.SOUND).onGraalPy(file);
    }

    @Test
    void nobody_types_anything() {
        var verdict = verdict("def postage(grams):\n    return input('Weight? ')\n");
        assertThat(verdict.outcome()).isEqualTo(WRONG_ANSWER);
        assertThat(verdict.message()).contains("raises EOFError", "exercise.py:2: return input('Weight? ')");
    }

    @Test
    void replaced_builtins_are_the_learners_alone() {
        var verdict = verdict("""
                import builtins
                for name in ("len", "print", "repr", "str", "list", "open", "isinstance", "range"):
                    setattr(builtins, name, None)
                def postage(grams):
                    builtins.max = builtins.dict = None
                    return 99
                """);
        assertThat(verdict.outcome()).isEqualTo(WRONG_ANSWER);
        assertThat(verdict.message()).isEqualTo("call      postage(500)\nexpected  100\nactual    99");
    }

    @Test
    void replaced_and_closed_streams_are_the_learners_alone() {
        assertThat(verdict("import os\nos.closerange(0, 3)\n" + RIGHT).outcome())
                .isEqualTo(SOLVED);
        assertThat(verdict("import sys\nsys.stdout.close()\n" + RIGHT).outcome())
                .isEqualTo(SOLVED);
        var verdict = verdict("import sys\nsys.stdout = sys.stderr = None\n" + RIGHT);
        assertThat(verdict.outcome()).isEqualTo(SOLVED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "open(victim, 'w')",
                "open(victim, 'r+')",
                "os.open(victim, os.O_WRONLY)",
                "os.remove(victim)",
                "os.rename(victim, 'mine')",
                "shutil.rmtree(os.path.dirname(victim))",
                "open(__file__, 'a')",
            })
    void a_file_that_is_not_its_own_is_safe(String statement) throws IOException {
        var victim = Files.writeString(folder.resolve("victim.txt"), "precious");
        var text = """
                import os, shutil
                victim = %s
                def postage(grams):
                    %s
                """.formatted(quoted(victim), statement);
        var verdict = verdict(text);
        assertThat(verdict.outcome()).isEqualTo(LIMIT_HIT);
        assertThat(verdict.message())
                .startsWith("limit     an exercise writes no files but in its own folder (")
                .endsWith("at        exercise.py:4: " + statement);
        assertThat(victim).hasContent("precious");
        assertThat(folder.resolve("exercise.py")).hasContent(text);
    }

    @Test
    void files_of_its_own_are_allowed_and_gone_afterwards() throws IOException {
        var verdict = verdict("""
                import tempfile
                with open("rates.txt", "w") as rates, tempfile.NamedTemporaryFile() as other:
                    rates.write("50")
                """ + RIGHT);
        assertThat(verdict.outcome()).isEqualTo(SOLVED);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("exercise.py"));
        }
        assertThat(Path.of("rates.txt")).doesNotExist();
    }

    @Test
    void a_crash_is_told() {
        var verdict = verdict("import ctypes\ndef postage(grams):\n    ctypes.string_at(0)\n");
        assertThat(verdict.outcome()).isEqualTo(WRONG_ANSWER);
        assertThat(verdict.message()).isEqualTo("""
                actual    SIGSEGV ends the interpreter
                at        exercise.py:3: ctypes.string_at(0)""");
    }

    @Test
    void a_file_in_another_encoding_is_a_syntax_error() throws IOException {
        for (var charset : new String[] {"ISO-8859-1", "UTF-16"}) {
            var file = folder.resolve("exercise.py");
            Files.writeString(file, "price = 'zwölf'\n" + RIGHT, Charset.forName(charset));
            var verdict = new Practice(PostageKata.SOUND).onCPython(file);
            assertThat(verdict.outcome()).isEqualTo(SYNTAX_ERROR);
            assertThat(verdict.message()).startsWith("exercise.py:1").contains("save it as UTF-8");
        }
    }

    @Test
    void an_encoding_that_the_file_declares_is_respected() throws IOException {
        var file = folder.resolve("exercise.py");
        Files.writeString(file, "# coding: latin-1\nprice = 'zwölf'\n" + RIGHT, StandardCharsets.ISO_8859_1);
        assertThat(new Practice(PostageKata.SOUND).onCPython(file).outcome()).isEqualTo(SOLVED);
    }

    @Test
    void a_file_that_cannot_be_read_is_told() throws IOException {
        var file = folder.resolve("exercise.py");
        Files.createSymbolicLink(file, folder.resolve("gone.py"));
        var verdict = new Practice(PostageKata.SOUND).onCPython(file);
        assertThat(verdict.outcome()).isEqualTo(IMPORT_ERROR);
        assertThat(verdict.message()).startsWith("exercise.py cannot be read: ");
    }

    private Verdict verdict(String text) {
        return verdict(text, Duration.ofSeconds(20));
    }

    private Verdict verdict(String text, Duration limit) {
        var file = PostageKata.write(folder.resolve("exercise.py"), text);
        return new Practice(PostageKata.SOUND, limit).onCPython(file);
    }

    private static String quoted(Path file) {
        return "'" + file.toString().replace("\\", "\\\\") + "'";
    }
}
