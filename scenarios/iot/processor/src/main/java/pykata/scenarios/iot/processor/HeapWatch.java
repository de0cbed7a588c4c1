package pykata.scenarios.iot.processor;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Says when a garbage collection has left the old generation nearly full: what fills it is in use, or is kept by rules that
 * leak.
 */
final class HeapWatch {

    private static final double NEARLY_FULL = 0.75;
    private static final double GROWN = 0.1;

    private final List<MemoryPoolMXBean> old = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isUsageThresholdSupported())
            .toList();

    private long seen;

    /** Whether the newest collection has left it nearly full; said once for each collection. */
    synchronized boolean isNearlyFull() {
        var max = sum(MemoryPoolMXBean::getCollectionUsage, MemoryUsage::getMax);
        var used = sum(MemoryPoolMXBean::getUsage, MemoryUsage::getUsed);
        var isKnown = max > 0; // to a few collectors it is not
        if (isKnown && used > NEARLY_FULL * max && used > seen + GROWN * max) {
            System.gc(); // by itself the JVM would collect when it is full, and that may be too late
        }
        var left = sum(MemoryPoolMXBean::getCollectionUsage, MemoryUsage::getUsed);
        if (left == seen) { // to the byte, so nothing was collected since
            return false;
        }
        seen = left;
        return left > NEARLY_FULL * max;
    }

    private long sum(Function<MemoryPoolMXBean, @Nullable MemoryUsage> usages, ToLongFunction<MemoryUsage> number) {
        return old.stream()
                .map(usages)
                .filter(Objects::nonNull) // a collector may not say it
                .mapToLong(number)
                .map(bytes -> Math.max(0, bytes))
                .sum();
    }
}
