package pykata.scenarios.iot;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import pykata.scenarios.iot.DrivenEngine.Kept;

/**
 * What a reading costs the processor's topology when it serves so many devices: all of it in a JVM of its own, which says
 * {@code measured JSON} at its end. Arguments: devices, seconds of warm-up, samples, readings in a sample.
 */
final class GrowthRun {

    private static final int FRAME = 500;
    private static final int REPEATED = 50; // one in so many readings

    private final SpreadFrames frames;
    private final DrivenEngine engine;

    private GrowthRun(int devices) {
        frames = new SpreadFrames(FRAME, devices);
        engine = new DrivenEngine(frames::nextRecord, Pool.rules(), Kept.MEMORY);
    }

    /**
     * What was seen.
     *
     * @param micros of CPU time for a reading, all threads of the JVM together, in each sample
     * @param bytes of heap that are free once the states of all devices are given up
     */
    record Seen(int devices, List<Double> micros, long bytes) {}

    public static void main(String[] arguments) {
        var devices = Integer.parseInt(arguments[0]);
        var seen = run(
                devices,
                Duration.ofSeconds(Integer.parseInt(arguments[1])),
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]));
        Said.say(seen);
        System.exit(0);
    }

    static Seen run(int devices, Duration warmUp, int samples, int readings) {
        var run = new GrowthRun(devices);
        run.judge(run.frames.round());
        var warm = System.nanoTime() + warmUp.toNanos();
        while (System.nanoTime() < warm) {
            run.judge(20);
        }
        var micros = new ArrayList<Double>();
        for (var sample = 0; sample < samples; sample++) {
            var before = cpu();
            run.judge(readings / FRAME);
            micros.add((cpu() - before) / 1e3 / readings);
        }
        var all = used();
        run.engine.close();
        return new Seen(devices, micros, all - used());
    }

    /** @throws IllegalStateException if a verdict is another than it is to be: then something else was measured */
    private void judge(int count) {
        for (var i = 0; i < count; i++) {
            var repeated = engine.next();
            if (repeated != FRAME / REPEATED) {
                throw new IllegalStateException("%d repeated readings in a frame".formatted(repeated));
            }
        }
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static long used() {
        System.gc();
        System.gc(); // what the first one has freed may hold more
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
