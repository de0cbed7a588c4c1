package pykata.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import pykata.bench.AskedSystem.Answer;
import pykata.measured.Load;

/**
 * Measures running systems: first what one answers at most, to a few clients that each wait for their answer; then how long
 * it takes to answer at rates that do not wait.
 *
 * @param compiler the folder of the Graal compiler's jars
 */
record LoadTimer(String compiler) {

    /** Of what the system answers at most. */
    static final List<Double> RATES = List.of(0.5, 0.9, 1.5);

    Load measure(Measurement measurement, LoadPlan plan) {
        var jvm = OwnJvm.of(measurement, compiler);
        try (var target = ((Work.Load) measurement.work()).start().start(jvm)) {
            var closed = new ClosedLoop(target, target.clients());
            closed.answers(plan.warmUp());
            closed.answers(plan.capacity()); // the compiler is still at work in it
            var capacity = closed.answers(plan.capacity()) / seconds(plan.capacity());
            var rates = RATES.stream()
                    .map(rate -> new OpenLoop(target, plan.limit()).ask(rate, rate * capacity, plan.rate()))
                    .toList();
            var arguments = jvm.arguments().stream()
                    .map(argument -> argument.replace(compiler, "target/graal-compiler"))
                    .toList();
            return Load.of(measurement.row(), measurement.runtime(), capacity, rates, arguments);
        } catch (Exception e) {
            throw new IllegalStateException("%s: %s".formatted(measurement.name(), e.getMessage()), e);
        }
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
