package pykata.scenarios.iot.sink;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table whose rows never change: one that is there already stays as it is, so whatever is read from the log again is
 * written once. Its key is what the row is about, or the place in the log where it stands.
 */
enum Table {
    READINGS(2, "device bigint", "seq bigint", "ts bigint", "value double precision"),
    /** A device whose clock was set back can have two windows with one start: the place in the log tells them apart. */
    WINDOWS(
            4,
            "device bigint",
            "start bigint",
            "log_offset bigint",
            "line bigint",
            "rule bigint",
            "readings bigint",
            "mean double precision",
            "max double precision"),
    ALERTS(
            3,
            "log_partition bigint",
            "log_offset bigint",
            "line bigint",
            "device bigint",
            "is_open bigint",
            "rule bigint",
            "ts bigint",
            "alert bigint",
            "value double precision",
            "mean double precision"),
    DEAD_LETTERS(
            3,
            "log_topic text",
            "log_partition bigint",
            "log_offset bigint",
            "reason text",
            "rule bigint",
            "source text",
            "source_partition bigint",
            "source_offset bigint",
            "source_index bigint",
            "detail text",
            "device bigint",
            "seq bigint",
            "ts bigint",
            "value double precision",
            "payload text"),
    LEDGER(
            2,
            "log_partition bigint",
            "log_offset bigint",
            "frame_partition bigint",
            "frame_offset bigint",
            "rule bigint",
            "readings bigint",
            "accepted bigint",
            "duplicates bigint",
            "dead bigint"),
    RULES(
            2,
            "log_partition bigint",
            "log_offset bigint",
            "version bigint",
            "is_used bigint",
            "reason text",
            "at bigint");

    private final int keys;
    private final List<String> columns;

    /** @param keys how many of the columns, from the first on, are the primary key */
    Table(int keys, String... columns) {
        this.keys = keys;
        this.columns = List.of(columns);
    }

    String sqlName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String nameOf(String column) {
        return column.substring(0, column.indexOf(' '));
    }

    String names() {
        return columns.stream().map(Table::nameOf).collect(Collectors.joining(", "));
    }

    int keys() {
        return keys;
    }

    String keyNames() {
        return columns.stream().limit(keys).map(Table::nameOf).collect(Collectors.joining(", "));
    }

    List<String> types() {
        return columns.stream()
                .map(column -> column.substring(column.indexOf(' ') + 1))
                .toList();
    }

    String definition() {
        return "create table if not exists %s (%s, primary key (%s))"
                .formatted(sqlName(), String.join(", ", columns), keyNames());
    }

    /** A row for each key; there is none if nothing is new. */
    String insert() {
        return "insert into %s (%s) values (%s) on conflict do nothing"
                .formatted(
                        sqlName(),
                        names(),
                        Stream.generate(() -> "?").limit(columns.size()).collect(Collectors.joining(", ")));
    }

    /** The key of a row. */
    List<Object> key(Object[] row) {
        return List.copyOf(Arrays.asList(row).subList(0, keys));
    }
}
