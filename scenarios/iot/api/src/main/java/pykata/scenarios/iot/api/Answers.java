package pykata.scenarios.iot.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import pykata.scenarios.iot.wire.Devices;

/** What the store says to each question. */
final class Answers {

    private static final int MOST = 1_000;
    private static final String DEVICE = "select device, readings, seq, ts, value, alert from devices";

    private final Tables tables;
    private final Sent sent;

    Answers(Tables tables, Sent sent) {
        this.tables = tables;
        this.sent = sent;
    }

    /** {@code ?limit=50&after=12&alerts=1}: by number; {@code next} is what the next page begins after. */
    Map<String, @Nullable Object> devices(String raw) throws Refusal {
        var query = Query.of(raw, List.of("limit", "after", "alerts"));
        var limit = query.number("limit", 50, 1, MOST);
        var after = query.number("after", -1, -1, Integer.MAX_VALUE);
        var isAlert = query.number("alerts", 0, 0, 1) == 1;
        var found = tables.rows(
                DEVICE + " where device > ?" + (isAlert ? " and alert > 0" : "") + " order by device limit ?",
                after,
                limit);
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("devices", found.stream().map(Answers::named).toList());
        answer.put("next", found.size() == limit ? found.getLast().get("device") : null);
        answer.putAll(tables.rows("select count(*) as total, coalesce(sum(case when alert > 0 then 1 else 0 end), 0)"
                        + " as alerts from devices")
                .getFirst());
        return answer;
    }

    private static Map<String, @Nullable Object> named(Map<String, @Nullable Object> row) {
        var named = new LinkedHashMap<String, @Nullable Object>();
        named.put("name", row.get("device") instanceof Number number ? name(number.longValue()) : null);
        named.putAll(row);
        return named;
    }

    /** The store takes any number. One that no device has must not hide the others: it stands for itself. */
    private static String name(long number) {
        return number >= 0 && number < Devices.LIMIT ? Devices.name((int) number) : Long.toString(number);
    }

    /** One device, with the newest of what is known of it. */
    Map<String, @Nullable Object> device(String id, String raw) throws Refusal {
        Query.of(raw, List.of());
        var device = number(id);
        var found = tables.rows(DEVICE + " where device = ?", device);
        if (found.isEmpty()) {
            throw new Refusal(404, "nothing has come from device '%s'".formatted(id));
        }
        var answer = named(found.getFirst());
        answer.put(
                "newest",
                tables.rows(
                        "select seq, ts, value from readings where device = ? order by seq desc limit 100", device));
        answer.put("windows", windows(device, 60));
        answer.put("minutes", rollUps("minutes", device, 60));
        answer.put("hours", rollUps("hours", device, 48));
        answer.put(
                "dead_letters",
                tables.rows(
                        "select reason, rule, seq, ts, value, source_partition, source_offset, source_index"
                                + " from dead_letters where device = ? order by log_partition, log_offset desc limit 20",
                        device));
        return answer;
    }

    private List<Map<String, @Nullable Object>> rollUps(String table, long device, long limit) throws Refusal {
        return tables.rows(
                "select start, readings, sum / readings as mean, min, max from " + table
                        + " where device = ? order by start desc limit ?",
                device,
                limit);
    }

    private static int number(String id) throws Refusal {
        var number = Devices.ofName(id);
        if (number.isEmpty() && id.matches("\\d{1,6}")) {
            number = OptionalInt.of(Integer.parseInt(id));
        }
        return number.orElseThrow(
                () -> Refusal.badRequest("a device is called like d000123, or 123, not '%s'".formatted(id)));
    }

    private List<Map<String, @Nullable Object>> windows(long device, long limit) throws Refusal {
        return tables.rows(
                "select start, readings, mean, max, rule from windows where device = ? order by start desc limit ?",
                device,
                limit);
    }

    /** {@code ?device=12&limit=60}; without a device the windows of all, taken together. The newest first. */
    Map<String, @Nullable Object> windows(String raw) throws Refusal {
        var query = Query.of(raw, List.of("device", "limit"));
        var limit = query.number("limit", 60, 1, MOST);
        Optional<String> device = query.text("device");
        if (device.isPresent()) {
            return Map.of("windows", windows(number(device.get()), limit));
        }
        // By the index, from the newest on: not all windows that ever were.
        return Map.of(
                "windows",
                tables.rows(
                        "select start, count(*) as devices, sum(readings) as readings,"
                                + " sum(mean * readings) / sum(readings) as mean, max(max) as max from windows"
                                + " where start > (select max(start) from windows) - ? * 10000"
                                + " group by start order by start desc",
                        limit));
    }

    /** The conservation of readings, in numbers, and what the processors said to versions of the rules. */
    Map<String, @Nullable Object> ledger(String raw) throws Refusal {
        Query.of(raw, List.of());
        var totals = new LinkedHashMap<String, Long>();
        // One statement: what is added up below belongs together.
        for (var row : tables.rows("select name, sum(total) as total from totals group by name order by name")) {
            totals.put((String) row.get("name"), ((Number) row.get("total")).longValue());
        }
        var received = totals.getOrDefault("received", 0L);
        var accepted = totals.getOrDefault("accepted", 0L);
        var duplicates = totals.getOrDefault("duplicates", 0L);
        var dead = totals.getOrDefault("dead", 0L);
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("sent", sent.soFar());
        answer.put("received", received);
        answer.put("accepted", accepted);
        answer.put("duplicates", duplicates);
        answer.put("dead", dead);
        var reasons = new LinkedHashMap<String, Long>();
        totals.forEach((name, total) -> {
            if (name.startsWith("dead ")) {
                reasons.put(name.substring("dead ".length()), total);
            }
        });
        answer.put("reasons", reasons);
        answer.put("balanced", received == accepted + duplicates + dead);
        for (var name : List.of("stored", "letters", "windows", "alerts", "unreadable")) {
            answer.put(name, totals.getOrDefault(name, 0L));
        }
        answer.put(
                "rules",
                tables.rows("select version, is_used, reason, at from rules order by log_offset desc limit 20"));
        return answer;
    }

    /** Alerts that opened or closed after what is known already, in the order of each partition. */
    List<Map<String, @Nullable Object>> alertsAfter(Cursor cursor, int limit) throws Refusal {
        var where = new ArrayList<String>();
        var values = new ArrayList<Object>();
        cursor.offsets().forEach((partition, offset) -> {
            where.add("(log_partition = ? and log_offset > ?)");
            values.add(partition);
            values.add(offset);
        });
        if (cursor.offsets().isEmpty()) {
            where.add("1 = 1");
        } else {
            where.add("log_partition not in (%s)"
                    .formatted(String.join(
                            ", ",
                            cursor.offsets().keySet().stream()
                                    .map(String::valueOf)
                                    .toList())));
        }
        values.add(limit);
        return tables
                .rows(
                        "select log_partition, log_offset, line, device, is_open, alert, rule, ts, value, mean from alerts"
                                + " where " + String.join(" or ", where)
                                + " order by log_partition, log_offset, line limit ?",
                        values.toArray())
                .stream()
                .map(Answers::named)
                .toList();
    }

    /** Behind all alerts but the newest. */
    Cursor newest(int alerts) throws Refusal {
        var cursor = Cursor.START;
        for (var row :
                tables.rows("select log_partition, max(log_offset) as log_offset from alerts group by log_partition")) {
            cursor = cursor.at(row);
        }
        for (var row : tables.rows(
                "select log_partition, min(log_offset) - 1 as log_offset from"
                        + " (select log_partition, log_offset from alerts order by ts desc limit ?) as newest"
                        + " group by log_partition",
                alerts)) {
            cursor = cursor.at(row);
        }
        return cursor;
    }
}
