package pykata.scenarios.iot;

import java.time.Duration;
import java.util.List;
import pykata.scenarios.iot.demo.Child;
import pykata.scenarios.iot.wire.Reading;
import pykata.scenarios.iot.wire.Topics;

/**
 * How long nobody sees results after a {@code kill -9} of a worker, by what takes over and by how many devices it served.
 * Every partition gets a reading again and again; its first result that was written after the kill ends the time.
 */
final class Recovery implements SystemMeasure {

    private static final int FRAME = 500;
    private static final int TICK_MS = 100;
    private static final int TICKING = 900_000; // the devices from here on give the time

    /** What takes over, and with which time-outs. */
    private enum Way {
        RESTARTED("started again at once", false),
        STANDBY("a second worker with a copy, as shipped", true),
        QUICK_STANDBY(
                "a second worker with a copy, session 6 s, transaction 10 s",
                true,
                "--session",
                "6000",
                "--transaction",
                "10000");

        private final String words;
        private final boolean hasSecond;
        private final List<String> options;

        Way(String words, boolean hasSecond, String... options) {
            this.words = words;
            this.hasSecond = hasSecond;
            this.options = List.of(options);
        }

        String[] options() {
            return hasSecond
                    ? java.util.stream.Stream.concat(java.util.stream.Stream.of("--standbys", "1"), options.stream())
                            .toArray(String[]::new)
                    : options.toArray(String[]::new);
        }
    }

    private record Case(Way way, int devices) {}

    private static final List<Case> CASES = List.of(
            new Case(Way.RESTARTED, 1_000),
            new Case(Way.RESTARTED, 100_000),
            new Case(Way.STANDBY, 1_000),
            new Case(Way.QUICK_STANDBY, 1_000),
            new Case(Way.QUICK_STANDBY, 100_000));

    @Override
    public String id() {
        return "recovery";
    }

    @Override
    public String title() {
        return "seconds from kill -9 of a worker to new results";
    }

    @Override
    public List<Duration> plan(boolean isQuick) {
        return cases(isQuick).stream()
                .map(each -> Duration.ofSeconds(each.way() == Way.STANDBY ? 80 : 35))
                .toList();
    }

    private static List<Case> cases(boolean isQuick) {
        return isQuick ? List.of(CASES.getFirst(), new Case(Way.QUICK_STANDBY, 1_000)) : CASES;
    }

    @Override
    public List<String> columns() {
        return List.of("what takes over", "devices", "first result, s", "all partitions, s");
    }

    @Override
    public void measure(Workbench workbench, List<List<Object>> rows, List<Object> raw) throws Exception {
        for (var each : cases(workbench.isQuick())) {
            workbench.begin("%s, %,d devices", each.way().words, each.devices());
            try (var system = new MeasuredSystem(workbench)) {
                system.log();
                try (var log = new FilledLog(system.kafka())) {
                    var seconds = seconds(workbench, system, log, each);
                    rows.add(List.of(
                            each.way().words, "%,d".formatted(each.devices()), seconds.getFirst(), seconds.getLast()));
                    workbench.tell("  first result after %.1f s, all after %.1f s", seconds.toArray());
                }
            }
        }
    }

    private static List<Double> seconds(Workbench workbench, MeasuredSystem system, FilledLog log, Case now)
            throws Exception {
        var options = now.way().options();
        var worker = system.beginProcessor("a", options);
        var second = now.way().hasSecond ? system.beginProcessor("b", options) : null;
        worker.awaitReady();
        if (second != null) {
            second.awaitReady(); // before there is any state: the one that comes later would get no partition for long
        }
        var frames = new SpreadFrames(FRAME, now.devices());
        var isNew = FRAME - FRAME / 50;
        for (var frame = 0; frame < frames.round(); frame++) {
            log.write(frame % Topics.PARTITIONS, frames.nextRecord());
        }
        log.awaitWritten();
        var ticks = new Ticks(log);
        var filled = (long) isNew * frames.round();
        Waiting.until("all devices have a state", () -> log.readings() >= filled);
        if (second != null) {
            Waiting.until("the copies are complete", new Idle(second));
        }
        Waiting.until("results flow", () -> ticks.reachAll());
        workbench.tell("  all is judged: kill -9");
        var killed = System.currentTimeMillis();
        worker.kill();
        if (second == null) {
            system.beginProcessor("a", options);
        }
        Waiting.until("a result", () -> ticks.reached(killed) > 0);
        var first = System.currentTimeMillis() - killed;
        Waiting.until("results of all partitions", () -> ticks.reached(killed) == Topics.PARTITIONS);
        return List.of(first / 1e3, (System.currentTimeMillis() - killed) / 1e3);
    }

    /** A reading for each partition, ten times a second. */
    private static final class Ticks {

        private final FilledLog log;
        private final long begin = System.currentTimeMillis();
        private long last;
        private long number;

        Ticks(FilledLog log) {
            this.log = log;
        }

        long reached(long since) throws Exception {
            var now = System.currentTimeMillis();
            if (now - last >= TICK_MS) {
                last = now;
                for (var partition = 0; partition < Topics.PARTITIONS; partition++) {
                    log.write(partition, new Reading(TICKING + partition, number, now, 20));
                }
                number++;
                log.awaitWritten();
            }
            return log.partitionsSince(since);
        }

        /** Whether what is written now is judged. */
        boolean reachAll() throws Exception {
            return reached(Math.max(begin, last - 2_000)) == Topics.PARTITIONS;
        }
    }

    /** Whether a process has nothing more to do: what it copies is copied. */
    private static final class Idle implements Waiting.Condition {

        private static final long LOOK_NS = 1_000_000_000;
        private static final double MOST = 0.4; // of a processor

        private final Child child;
        private long since = System.nanoTime();
        private long cpu;

        Idle(Child child) {
            this.child = child;
            cpu = Workbench.cpu(child.pid()).toNanos();
        }

        @Override
        public boolean holds() {
            var now = System.nanoTime();
            if (now - since < LOOK_NS) {
                return false;
            }
            var had = Workbench.cpu(child.pid()).toNanos();
            var share = (double) (had - cpu) / (now - since);
            since = now;
            cpu = had;
            return share < MOST;
        }
    }
}
