package pykata.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import pykata.bench.AskedSystem.Answer;
import pykata.measured.Load;

/**
 * Measures running systems: first the highest rate that one carries; then how long its answers take at rates below and
 * above that. A few clients that each wait for their answer make it warm, and say where to begin to look.
 *
 * @param compiler the folder of the Graal compiler's jars
 */
record LoadTimer(String compiler) {

    /** Of what the system carries. */
    static final List<Double> RATES = List.of(0.5, 0.9, 1.5);

    private static final double STEP = 1.12;
    private static final double LOWEST = 0.05;
    private static final double AT_EASE = 0.2;
    private static final double HALF_A_SECOND = 0.5e9;

    Load measure(Measurement measurement, LoadPlan plan) {
        var jvm = OwnJvm.of(measurement, compiler);
        try (var target = ((Work.Load) measurement.work()).start().start(jvm)) {
            var closed = new ClosedLoop(target, target.clients());
            closed.answers(plan.warmUp());
            var first = closed.answers(plan.capacity()) / seconds(plan.capacity());
            var open = new OpenLoop(target, LoadPlan.LIMIT);
            var capacity = highest(first, rate -> {
                var isCarried = isCarried(open.ask(1, rate, plan.capacity()));
                open.ask(1, rate * AT_EASE, plan.capacity()); // what is left over is worked off
                return isCarried;
            });
            var rates = RATES.stream()
                    .map(rate -> open.ask(rate, rate * capacity, plan.rate()))
                    .toList();
            var arguments = jvm.arguments().stream()
                    .map(argument -> argument.replace(compiler, "target/graal-compiler"))
                    .toList();
            return new Load(measurement.row(), measurement.runtime(), capacity, rates, arguments);
        } catch (Exception e) {
            throw new IllegalStateException("%s: %s".formatted(measurement.name(), e.getMessage()), e);
        }
    }

    /**
     * The highest rate that is carried, to an eighth: down from one that may be too high, until one is carried, and then up
     * as long as it is, also for a system that becomes faster meanwhile.
     *
     * @throws IllegalStateException if not even the lowest is
     */
    static double highest(double first, DoublePredicate isCarried) {
        var rate = first;
        while (!isCarried.test(rate)) {
            rate /= STEP;
            if (rate < first * LOWEST) {
                throw new IllegalStateException("it does not carry %.3g requests per second".formatted(rate));
            }
        }
        while (isCarried.test(rate * STEP)) {
            rate *= STEP;
        }
        return rate;
    }

    /** Whether 99 of 100 requests were answered, and 99 of 100 answers came within half a second. */
    private static boolean isCarried(Load.AtRate rate) {
        var others = rate.refused() + rate.failed();
        return others * 100 <= rate.answered() + others && rate.p99() <= HALF_A_SECOND;
    }

    static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    /** Clients that each ask again when they have their answer: they slow down as the system does. */
    private record ClosedLoop(AskedSystem target, int clients) {

        /** @throws IllegalStateException if a request is not answered: nobody is to be refused here */
        long answers(Duration time) throws InterruptedException {
            var end = System.nanoTime() + time.toNanos();
            var counts = new AtomicLong();
            var failures = new ConcurrentLinkedQueue<Throwable>();
            var threads = IntStream.range(0, clients)
                    .mapToObj(client -> Thread.ofVirtual().start(() -> {
                        try {
                            while (System.nanoTime() < end && failures.isEmpty()) {
                                if (target.ask(counts.get()).get() == Answer.REFUSED) {
                                    throw new IllegalStateException("refused one of %d clients".formatted(clients));
                                }
                                counts.incrementAndGet();
                            }
                        } catch (Exception e) {
                            failures.add(e);
                        }
                    }))
                    .toList();
            for (var thread : threads) {
                thread.join();
            }
            if (!failures.isEmpty()) {
                throw new IllegalStateException(failures.peek());
            }
            return counts.get();
        }
    }
}
