package pykata.bench;

import java.time.Duration;
import java.util.List;

/**
 * How long a run goes on: at first by what its plan says, and then by how long that has taken so far.
 *
 * @param planned for each measurement, in their order
 */
record Pace(List<Duration> planned) {

    /** A system and what it needs, until it can be asked. */
    private static final Duration START = Duration.ofSeconds(5);

    static Pace of(List<Measurement> measurements, boolean quick) {
        return new Pace(measurements.stream()
                .map(measurement -> measurement.isLoad()
                        ? LoadPlan.of(measurement, quick).time().plus(START)
                        : Plan.of(measurement, quick).time().plus(start(measurement, quick)))
                .toList());
    }

    /** What comes on top, as it was seen: a cold GraalPy starts slowly, and its first calls outlast their iterations. */
    private static Duration start(Measurement measurement, boolean quick) {
        var one = switch (measurement.runtime()) {
            case GRAALPY_JIT -> Duration.ofSeconds(18);
            case GRAALPY_INTERPRETER -> Duration.ofSeconds(13);
            case JAVA -> Duration.ofSeconds(2);
            case CPYTHON -> Duration.ofSeconds(1);
        };
        return one.multipliedBy(Plan.of(measurement, quick).forks());
    }

    Duration all() {
        return sum(planned);
    }

    /** What is still to come when so many are done. */
    Duration left(int done, Duration elapsed) {
        var rest = sum(planned.subList(done, planned.size()));
        var soFar = sum(planned.subList(0, done));
        return soFar.isZero() ? rest : Duration.ofMillis(rest.toMillis() * elapsed.toMillis() / soFar.toMillis());
    }

    private static Duration sum(List<Duration> durations) {
        return durations.stream().reduce(Duration.ZERO, Duration::plus);
    }

    /** As somebody who waits wants to know it: {@code 40 s}, or {@code 4 min}. */
    static String inWords(Duration time) {
        var seconds = Math.max(time.toSeconds(), 1);
        return seconds < 90 ? (seconds + 9) / 10 * 10 + " s" : (seconds + 30) / 60 + " min";
    }
}
