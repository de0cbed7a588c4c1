package pykata.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pykata.python.CPython;
import pykata.python.GraalPy;
import pykata.python.Limits;
import pykata.python.Python;
import pykata.python.Sources;

/** Overtaking finds every race there is, and sees every wait for a lock without waiting for a clock. */
class OvertakingTest {

    private static final Sources SOURCES = Sources.of(Path.of("src/test/python"), Path.of("../src/main/python"));
    private static final Python GRAALPY = new GraalPy(SOURCES, Limits.DEFAULT);

    @AfterAll
    static void close() {
        GRAALPY.close();
    }

    @Test
    void a_race_is_found_on_cpython() {
        var parking = onCPython("overtaken_with", "nothing");
        assertThat(parking.bothParked()).isPositive();
        assertThat(parking.unseen()).isZero();
    }

    @Test
    void a_race_between_two_lines_is_found_on_graalpy() {
        assertThat(onGraalPy("overtaken_with", "nothing").bothParked()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a Lock", "an RLock", "a Condition", "a Semaphore"})
    void a_lock_stands_every_overtaking(String lock) {
        for (var function : new String[] {"overtaken_with", "overtaking_each_other_with"}) {
            for (var parking : new Parking[] {onCPython(function, lock), onGraalPy(function, lock)}) {
                assertThat(parking.oneParked()).isGreaterThan(3).isEqualTo(parking.steps());
                assertThat(parking.unseen()).isZero();
            }
        }
    }

    @Test
    void a_lock_that_each_makes_for_itself_is_found_by_overtaking_each_other() {
        assertThat(onCPython("overtaken_with_a_lock_on_demand").bothParked()).isZero();
        assertThat(onCPython("overtaking_each_other_with_a_lock_on_demand").bothParked())
                .isPositive();
        assertThat(onGraalPy("overtaking_each_other_with_a_lock_on_demand").bothParked())
                .isPositive();
    }

    @Test
    void a_wait_with_a_time_limit_is_found_to_be_too_short_once() {
        assertThat(onCPython("overtaken_when_impatient", 1).oneParked()).isPositive();
        var patient = onCPython("overtaken_when_impatient", 2);
        assertThat(patient.bothParked()).isGreaterThan(3).isEqualTo(patient.steps());
    }

    private record Parking(int steps, int bothParked, int oneParked, int unseen) {}

    private static Parking onCPython(String function, Object... arguments) {
        try (var python = CPython.reference().start(SOURCES, Limits.DEFAULT)) {
            return overtaken(python, function, arguments);
        }
    }

    private static Parking onGraalPy(String function, Object... arguments) {
        return overtaken(GRAALPY, function, arguments);
    }

    private static Parking overtaken(Python python, String function, Object... arguments) {
        var result = python.call("parking." + function, arguments);
        return new Parking(
                result.get("steps").asInt(),
                result.get("both parked").asInt(),
                result.get("one parked").asInt(),
                result.get("unseen").asInt());
    }
}
