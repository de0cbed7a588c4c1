package pykata.bench;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import pykata.bench.AskedSystem.Answer;
import pykata.measured.Load;

/**
 * Asks at a fixed rate, whether or not there are answers. A request's time begins when it was due, and not when it could be
 * sent: if the system or this driver stands still, all that was due meanwhile has waited (G. Tene, coordinated omission).
 *
 * @param limit after which a request counts as not answered, and as having taken so long
 */
record OpenLoop(AskedSystem target, Duration limit) {

    private static final int DIGITS = 3;

    /**
     * @param share of what the system carries
     * @param rate requests per second
     */
    Load.AtRate ask(double share, double rate, Duration time) {
        var times = new ConcurrentHistogram(DIGITS);
        var answered = new AtomicLong();
        var refused = new AtomicLong();
        var failed = new AtomicLong();
        var requests = Math.max(1, Math.round(rate * LoadTimer.seconds(time)));
        var open = new AtomicLong(requests);
        var allHaveEnded = new CompletableFuture<Void>();
        var start = System.nanoTime();
        for (var number = 0L; number < requests; number++) {
            var due = start + (long) (number * 1e9 / rate);
            waitUntil(due);
            target.ask(number).orTimeout(limit.toNanos(), TimeUnit.NANOSECONDS).whenComplete((answer, failure) -> {
                if (answer == Answer.REFUSED) {
                    refused.incrementAndGet();
                } else {
                    (failure == null ? answered : failed).incrementAndGet();
                    times.recordValue(failure == null ? System.nanoTime() - due : limit.toNanos());
                }
                if (open.decrementAndGet() == 0) {
                    allHaveEnded.complete(null);
                }
            });
        }
        allHaveEnded.join();
        return new Load.AtRate(
                share,
                rate,
                LoadTimer.seconds(time),
                answered.get(),
                refused.get(),
                failed.get(),
                times.getValueAtPercentile(50),
                times.getValueAtPercentile(99),
                times.getValueAtPercentile(99.9));
    }

    private static void waitUntil(long due) {
        for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
