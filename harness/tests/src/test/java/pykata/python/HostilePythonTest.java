package pykata.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What hangs is ended within its limit, told apart, leaves no process, and does not spoil the next call. */
class HostilePythonTest {

    private static final Duration LIMIT = Duration.ofSeconds(1);

    /** Also for what does end: after a stop that is a fresh context's first import, on a machine with other work. */
    private static final Duration LIMIT_OF_A_COLD_ONE = Duration.ofSeconds(4);

    /** One of each, used by all tests: so each also shows that the ones before it spoiled nothing. */
    private static final Map<Rig, Python> PYTHONS = new EnumMap<>(Rig.class);

    /** Processes that were started under proof, by what started them. */
    private static final Map<Long, String> CHILDREN = new HashMap<>();

    /** Once for all: whoever inherits an orphan may take a second to notice that it has ended. */
    @AfterAll
    static void all_children_are_gone() {
        PYTHONS.values().forEach(Python::close);
        PYTHONS.clear();
        CHILDREN.forEach((child, parent) -> ProcessHandle.of(child)
                .ifPresent(handle -> assertThat(handle.onExit()).as(parent).succeedsWithin(20, TimeUnit.SECONDS)));
        CHILDREN.clear();
    }

    @ParameterizedTest
    @CsvSource({
        "CPYTHON, loop, 'in loop'",
        "CPYTHON, swallow, 'in swallow'",
        "CPYTHON, power, 'in power'",
        "CPYTHON, fork_and_loop, 'in loop'",
        "CPYTHON, fork_into_another_group_and_leave, 'in loop'",
        "GRAALPY, loop, ''",
        "GRAALPY, swallow, ''",
        "GRAALPY, chatter, 'I am still here'",
        "GRAALPY, power, ''", // last: its thread is left behind, and busy for a while
    })
    void is_stopped_at_its_limit(Rig rig, String function, String where) {
        var python = PYTHONS.computeIfAbsent(rig, HostilePythonTest::start);
        assertThat(python.call("hostile.fine").asText()).isEqualTo("fine");
        var arguments = function.startsWith("fork") ? new Object[] {600} : new Object[0];
        assertThatExceptionOfType(PythonFailure.TimedOut.class)
                .isThrownBy(() -> python.call("hostile." + function, arguments))
                .withMessageStartingWith("hostile.%s gave no answer within %s s on %s"
                        .formatted(function, limit(rig).toSeconds(), python.interpreter()))
                .withMessageContaining(where)
                .satisfies(stopped -> assertThat(stopped.getMessage()).hasSizeLessThan(1000))
                .satisfies(stopped -> rememberChild(function, stopped));
        assertThat(python.call("hostile.fine").asText()).isEqualTo("fine");
    }

    @Test
    void endless_allocation_runs_into_the_memory_limit() {
        var limits = new Limits(Duration.ofSeconds(20), 512L << 20, 1 << 20);
        try (var python = CPython.reference().start(Rig.SOURCES, limits)) {
            assertThatExceptionOfType(PythonFailure.Raised.class)
                    .isThrownBy(() -> python.call("hostile.allocate"))
                    .satisfies(raised -> assertThat(raised.type()).isEqualTo("MemoryError"));
            assertThat(python.call("hostile.fine").asText()).isEqualTo("fine");
        }
    }

    @Test
    void endless_allocation_does_not_take_the_jvm_along() {
        try (var python = new GraalPy(Rig.SOURCES, Limits.DEFAULT.within(Duration.ofSeconds(20)))) {
            assertThatExceptionOfType(PythonFailure.class).isThrownBy(() -> python.call("hostile.allocate"));
            assertThat(python.call("hostile.fine").asText()).isEqualTo("fine");
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no limit on the size of a file")
    void endless_printing_runs_into_the_output_limit() {
        var limits = new Limits(Duration.ofSeconds(20), 1L << 30, 1 << 20);
        try (var python = CPython.reference().start(Rig.SOURCES, limits)) {
            assertThatExceptionOfType(PythonFailure.Raised.class)
                    .isThrownBy(() -> python.call("hostile.chatter"))
                    .satisfies(raised -> assertThat(raised.type()).isEqualTo("OSError"));
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows cannot fork")
    void an_end_is_noticed_although_a_forked_child_holds_the_pipe() {
        try (var python = CPython.reference().start(Rig.SOURCES, Limits.DEFAULT.within(Duration.ofSeconds(60)))) {
            assertThatExceptionOfType(PythonFailure.Ended.class)
                    .isThrownBy(() -> python.call("hostile.fork_and_leave", 600))
                    .withMessageContaining("ended with status 7")
                    .satisfies(ended -> rememberChild("fork_and_leave", ended));
            assertThat(python.call("hostile.fine").asText()).isEqualTo("fine");
        }
    }

    @Test
    void what_a_call_started_ends_with_its_python() {
        try (var python = CPython.reference().start(Rig.SOURCES, Limits.DEFAULT)) {
            var started = python.call("hostile.start_and_answer", 600).asLong();
            assertThat(ProcessHandle.of(started)).isPresent();
            CHILDREN.put(started, "start_and_answer");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "GRAALPY_PROCESS", mode = EnumSource.Mode.EXCLUDE)
    void an_interpreter_that_ends_is_replaced(Rig rig) {
        var python = PYTHONS.computeIfAbsent(rig, HostilePythonTest::start);
        assertThatExceptionOfType(PythonFailure.Ended.class)
                .isThrownBy(() -> python.call("hostile.leave", 7))
                .withMessageStartingWith("hostile.leave gave no answer on " + python.interpreter());
        assertThat(python.call("hostile.fine").asText()).isEqualTo("fine");
    }

    @Test
    void an_end_after_a_stop_is_not_taken_for_another_stop() {
        try (var python = Rig.CPYTHON.startWithin(LIMIT)) {
            assertThatExceptionOfType(PythonFailure.TimedOut.class).isThrownBy(() -> python.call("hostile.loop"));
            assertThatExceptionOfType(PythonFailure.Ended.class)
                    .isThrownBy(() -> python.call("hostile.leave", 7))
                    .withMessageEndingWith("the interpreter ended with status 7");
        }
    }

    private static void rememberChild(String function, PythonFailure failure) {
        var child = Pattern.compile("child (\\d+)").matcher(failure.getMessage());
        assertThat(child.find()).as(failure.getMessage()).isEqualTo(function.startsWith("fork"));
        child.reset().results().forEach(found -> CHILDREN.put(Long.valueOf(found.group(1)), function));
    }

    private static Python start(Rig rig) {
        return rig.startWithin(limit(rig));
    }

    private static Duration limit(Rig rig) {
        return rig == Rig.CPYTHON ? LIMIT : LIMIT_OF_A_COLD_ONE;
    }
}
