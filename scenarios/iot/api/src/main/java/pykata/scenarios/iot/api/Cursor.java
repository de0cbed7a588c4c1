package pykata.scenarios.iot.api;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody has read: the last place in each partition. A single number would not do, as the partitions are written
 * independently, and what has a smaller number may come later.
 */
record Cursor(Map<Long, Long> offsets) {

    static final Cursor START = new Cursor(Map.of());

    Cursor {
        offsets = Collections.unmodifiableMap(new TreeMap<>(offsets));
    }

    /** @param text {@code 0:17,3:5} */
    static Cursor of(String text) throws Refusal {
        var offsets = new TreeMap<Long, Long>();
        try {
            for (var each : text.split(",", -1)) {
                var colon = each.indexOf(':');
                offsets.put(
                        Long.parseLong(each.substring(0, Math.max(0, colon))),
                        Long.parseLong(each.substring(colon + 1)));
            }
        } catch (NumberFormatException e) {
            throw Refusal.badRequest("a place in the alerts is written like 0:17,3:5, not '%s'".formatted(text));
        }
        return new Cursor(offsets);
    }

    Cursor at(Map<String, @Nullable Object> row) {
        var moved = new TreeMap<>(offsets);
        if (row.get("log_partition") instanceof Number partition && row.get("log_offset") instanceof Number offset) {
            moved.put(partition.longValue(), offset.longValue());
        }
        return new Cursor(moved);
    }

    @Override
    public String toString() {
        return offsets.entrySet().stream()
                .map(each -> each.getKey() + ":" + each.getValue())
                .collect(Collectors.joining(","));
    }
}
