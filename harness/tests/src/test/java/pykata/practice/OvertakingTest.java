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
        var parking = onCPython("nothing");
        assertThat(parking.bothParked()).isPositive();
        assertThat(parking.unseen()).isZero();
    }

    @Test
    void a_race_between_two_lines_is_found_on_graalpy() {
        assertThat(onGraalPy("nothing").bothParked()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a Lock", "an RLock", "a Condition", "a Semaphore"})
    void a_lock_stands_every_overtaking(String lock) {
        for (var parking : new Parking[] {onCPython(lock), onGraalPy(lock)}) {
            assertThat(parking.oneParked()).isGreaterThan(3).isEqualTo(parking.steps());
            assertThat(parking.unseen()).isZero();
        }
    }

    private record Parking(int steps, int bothParked, int oneParked, int unseen) {}

    private static Parking onCPython(String lock) {
        try (var python = CPython.reference().start(SOURCES, Limits.DEFAULT)) {
            return overtaken(python, lock);
        }
    }

    private static Parking onGraalPy(String lock) {
        return overtaken(GRAALPY, lock);
    }

    private static Parking overtaken(Python python, String lock) {
        var result = python.call("parking.overtaken_with", lock);
        return new Parking(
                result.get("steps").asInt(),
                result.get("both parked").asInt(),
                result.get("one parked").asInt(),
                result.get("unseen").asInt());
    }
}
