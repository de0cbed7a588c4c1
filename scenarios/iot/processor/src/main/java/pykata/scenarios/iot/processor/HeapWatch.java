package pykata.scenarios.iot.processor;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/**
 * Says when a garbage collection has left the old generation nearly full: what fills it is in use, or is kept by rules that
 * leak.
 */
final class HeapWatch {

    private static final double NEARLY_FULL = 0.75;

    private final List<MemoryPoolMXBean> old = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isUsageThresholdSupported())
            .toList();

    private long seen;

    /** Whether the newest collection has left it nearly full; said once for each collection. */
    synchronized boolean isNearlyFull() {
        var left = 0L;
        var max = 0L;
        for (var pool : old) {
            var usage = pool.getCollectionUsage(); // null where a collector does not say it
            left += usage == null ? 0 : usage.getUsed();
            max += usage == null ? 0 : Math.max(0, usage.getMax());
        }
        if (left == seen) { // to the byte, so nothing was collected since
            return false;
        }
        seen = left;
        return left > NEARLY_FULL * max;
    }
}
