package pykata.scenarios.iot;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The steps of a run, and how long the rest of them takes. */
final class Steps {

    private final List<Duration> planned;
    private final long begin = System.nanoTime();
    private int done = -1;

    /** @param planned what each takes on an idle machine */
    Steps(List<Duration> planned) {
        this.planned = planned;
    }

    /** Begins the next one, and says which it is and how long all takes from here on. */
    String next() {
        done++;
        var elapsed = Duration.ofNanos(System.nanoTime() - begin);
        return "step %d of %d, %s left".formatted(done + 1, planned.size(), inWords(left(planned, done, elapsed)));
    }

    /** What is still to come if it goes on at the pace that it had so far. */
    static Duration left(List<Duration> planned, int done, Duration elapsed) {
        var rest = sum(planned.subList(done, planned.size()));
        var soFar = sum(planned.subList(0, done));
        return soFar.isZero() ? rest : Duration.ofMillis(rest.toMillis() * elapsed.toMillis() / soFar.toMillis());
    }

    static Duration sum(List<Duration> durations) {
        return durations.stream().reduce(Duration.ZERO, Duration::plus);
    }

    static String inWords(Duration time) {
        var seconds = Math.max(1, time.toSeconds());
        return seconds < 90
                ? "about %d s".formatted(seconds)
                : String.format(Locale.ROOT, "about %.0f min", seconds / 60.0);
    }
}
