package pykata.scenarios.iot.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pykata.scenarios.iot.wire.Frame;
import pykata.scenarios.iot.wire.Reading;
import pykata.scenarios.iot.wire.Topics;

@Timeout(600)
class SinkTest {

    private static final int MOST_RECORDS = 20; // so that there are several batches
    private static final int BATCH = 14; // at least as many steps as a batch has, and fewer than two have

    private static final String NEWEST = "select device, max(seq) from readings group by device order by device";

    private final SmallLog log = new SmallLog();
    private final List<String> said = new ArrayList<>();

    @TempDir
    private Path folder;

    private String url(Dialect dialect) throws SQLException {
        return switch (dialect) {
            case SQLITE -> Databases.sqlite(folder);
            case POSTGRES -> Databases.postgres();
        };
    }

    /** For what takes long with PostgreSQL, and is shown with SQLite each time. */
    private String urlOfLong(Dialect dialect) throws SQLException {
        assumeTrue(
                dialect == Dialect.SQLITE || Boolean.getBoolean("pykata.iot.system"),
                "with PostgreSQL it takes long: -Dpykata.iot.system=true");
        return url(dialect);
    }

    private void write(String url) throws SQLException {
        write(url, () -> Store.open(url));
    }

    /** Reads until all of the log is written. */
    private void write(String url, Sink.Stores stores) throws SQLException {
        var sink = new Sink(log.consumer(MOST_RECORDS), stores, said::add, Duration.ofMillis(1));
        sink.begin();
        while (!isWritten(url)) {
            sink.step();
        }
        sink.closeStore();
    }

    private boolean isWritten(String url) throws SQLException {
        try (var store = Store.open(url)) {
            return store.positions().equals(log.ends());
        }
    }

    private Map<String, Long> expected() {
        var counts = new TreeMap<String, Long>();
        counts.put("readings", (long) log.readings.size());
        counts.put("windows", (long) log.windows);
        counts.put("alerts", (long) log.alerts);
        counts.put("dead_letters", (long) log.letters);
        counts.put("ledger", (long) SmallLog.FRAMES);
        counts.put("rules", 2L);
        counts.put("total stored", (long) log.readings.size());
        counts.put("total windows", (long) log.windows);
        counts.put("total alerts", (long) log.alerts);
        counts.put("total letters", (long) log.letters);
        // The gateway's letter is its own entry of the ledger.
        counts.put("total received", SmallLog.FRAMES * (SmallLog.READINGS + 6L) + 1);
        counts.put("total accepted", (long) SmallLog.FRAMES * SmallLog.READINGS);
        counts.put("total duplicates", SmallLog.FRAMES * 5L);
        counts.put("total dead", SmallLog.FRAMES + 1L);
        counts.put("total dead range", (long) SmallLog.FRAMES);
        counts.put("total dead utf8", 1L);
        return counts;
    }

    @ParameterizedTest
    @EnumSource
    void what_the_log_holds_is_in_the_tables(Dialect dialect) throws SQLException {
        var url = url(dialect);

        write(url);

        assertThat(Databases.counts(url)).isEqualTo(expected());
        assertThat(Databases.text(url, "select payload from dead_letters where reason = 'utf8'"))
                .isEqualTo("\uFFFD\uFFFDA\n");
        assertThat(Databases.text(url, "select source, detail from dead_letters where reason = 'utf8'"))
                .isEqualTo("devices/d\uFFFD/readings byte 0\uFFFD\n");
        assertThat(Databases.text(url, "select version, is_used, reason from rules order by version"))
                .isEqualTo("1 1 \n2 0 SyntaxError\uFFFD\n");
    }

    @ParameterizedTest
    @EnumSource
    void roll_ups_are_those_of_all_readings(Dialect dialect) throws SQLException {
        var url = url(dialect);

        write(url);

        var minutes = rolledUp(60_000);
        assertThat(minutes.lines()).hasSizeGreaterThan(SmallLog.DEVICES);
        assertThat(rollUps(url, "minutes")).isEqualToNormalizingNewlines(minutes);
        assertThat(rollUps(url, "hours")).isEqualToNormalizingNewlines(rolledUp(3_600_000));
    }

    private static String rollUps(String url, String table) throws SQLException {
        return Databases.text(
                url, "select device, start, readings, sum, min, max from %s order by 1, 2".formatted(table));
    }

    private String rolledUp(long span) {
        var spans = log.readings.stream()
                .collect(Collectors.groupingBy(
                        reading -> List.of((long) reading.device(), reading.ts() / span * span),
                        () -> new TreeMap<>(Comparator.<List<Long>>comparingLong(List::getFirst)
                                .thenComparingLong(List::getLast)),
                        Collectors.summarizingDouble(Reading::value)));
        var expected = new StringBuilder();
        spans.forEach((key, values) -> expected.append("%d %d %d %.1f %.1f %.1f%n"
                .formatted(
                        key.getFirst(),
                        key.getLast(),
                        values.getCount(),
                        values.getSum(),
                        values.getMin(),
                        values.getMax())));
        return expected.toString();
    }

    @ParameterizedTest
    @EnumSource
    void a_device_shows_its_newest_reading(Dialect dialect) throws SQLException {
        var url = url(dialect);

        write(url);

        var newest = log.readings.stream()
                .collect(Collectors.groupingBy(Reading::device, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(readings -> line(
                        readings.size(),
                        readings.stream()
                                .max(Comparator.comparingLong(Reading::seq))
                                .orElseThrow()))
                .collect(Collectors.joining());
        assertThat(shown(url)).isEqualTo(newest);
    }

    /** Its number says that it is the newest one, in the batch of the others and in one of its own. */
    @ParameterizedTest
    @EnumSource
    void a_device_whose_clock_was_set_back_shows_its_new_value_at_once(Dialect dialect) throws SQLException {
        var url = url(dialect);
        var before = log.readings.stream().filter(each -> each.device() == 3).toList();
        write(url);
        assertThat(shown(url)).contains(line(before.size(), before.getLast()));

        for (var more = 1; more <= 2; more++) {
            log.addOldReading();
            write(url);

            var newest = log.readings.getLast();
            assertThat(newest.ts()).isLessThan(before.getFirst().ts());
            assertThat(shown(url)).contains(line(before.size() + more, newest));
        }
        var fresh = url(dialect);
        var batch = new Batch();
        log.addTo(batch);
        try (var store = Store.open(fresh)) {
            store.write(batch);
        }
        assertThat(shown(fresh)).isEqualTo(shown(url));
    }

    private static String line(int readings, Reading shown) {
        return "%d %d %d %d %.1f\n".formatted(shown.device(), readings, shown.seq(), shown.ts(), shown.value());
    }

    private static String shown(String url) throws SQLException {
        return Databases.text(url, "select device, readings, seq, ts, value from devices order by 1");
    }

    /** One that was overtaken on its way counts, and is not shown. */
    @ParameterizedTest
    @EnumSource
    void an_older_reading_that_comes_later_is_not_shown(Dialect dialect) throws SQLException {
        var url = url(dialect);
        var older = new Batch();
        older.add(accepted(new Reading(9, 1, 2_000, 10)));
        var newer = new Batch();
        newer.add(accepted(new Reading(9, 2, 1_000, 20)));

        try (var store = Store.open(url)) {
            store.write(newer);
            store.write(older);
        }

        assertThat(shown(url)).isEqualTo(line(2, new Reading(9, 2, 1_000, 20)));
    }

    private static ConsumerRecord<byte[], byte[]> accepted(Reading reading) {
        return new ConsumerRecord<>(
                Topics.ACCEPTED, 0, 0, null, Frame.of(0, List.of(reading)).encode());
    }

    @ParameterizedTest
    @EnumSource
    void to_read_all_of_it_again_inserts_nothing_and_changes_nothing(Dialect dialect) throws SQLException {
        var url = url(dialect);
        write(url);
        var before = all(url);

        var batch = new Batch();
        log.addTo(batch);
        assertThat(batch.rows(Table.READINGS)).hasSameSizeAs(log.readings);
        try (var store = Store.open(url)) {
            assertThat(store.write(batch)).isZero();
        }

        assertThat(all(url)).isEqualTo(before);
    }

    /** One batch or two, rows that stand twice in one: what is in the tables is the same. */
    @ParameterizedTest
    @EnumSource
    void a_batch_that_holds_everything_twice_inserts_it_once(Dialect dialect) throws SQLException {
        var url = url(dialect);
        var batch = new Batch();
        for (var i = 0; i < 2; i++) {
            log.addTo(batch);
        }

        try (var store = Store.open(url)) {
            store.write(batch);
        }

        assertThat(Databases.counts(url)).isEqualTo(expected());
    }

    private static String all(String url) throws SQLException {
        return Databases.counts(url)
                + Databases.text(url, "select * from devices order by device")
                + Databases.text(url, "select * from minutes order by device, start")
                + Databases.text(url, "select * from hours order by device, start")
                + Databases.text(url, "select * from positions order by topic, log_partition");
    }

    /** Raw rows go, roll-ups stay, and all of the log again, in batches of any size, counts nothing twice. */
    @ParameterizedTest
    @EnumSource
    void raw_rows_that_were_deleted_do_not_count_again_when_the_log_is_read_again(Dialect dialect) throws SQLException {
        var url = urlOfLong(dialect);
        log.addOldReadings();
        write(url);
        var counts = Databases.counts(url);
        var derived = derived(url);
        var newest = Databases.text(url, NEWEST);

        final int deleted;
        try (var store = Store.open(url)) {
            deleted = store.forget(Long.MAX_VALUE);
            assertThat(store.forget(Long.MAX_VALUE)).isZero();
        }

        assertThat(deleted).isEqualTo(log.readings.size() - SmallLog.DEVICES * Store.WINDOW);
        assertThat(Databases.text(url, NEWEST)).isEqualTo(newest);
        assertThat(Databases.number(
                        url, "select min(kept) from (select count(*) as kept from readings group by device) k"))
                .isEqualTo(Store.WINDOW);
        counts.merge("readings", (long) -deleted, Long::sum);
        assertThat(Databases.counts(url)).isEqualTo(counts);
        assertThat(derived(url)).isEqualTo(derived);

        var batch = new Batch();
        log.addTo(batch);
        try (var store = Store.open(url)) {
            assertThat(store.write(batch)).isZero();
        }
        Databases.execute(url, "delete from positions"); // as an operator does who wants all of it read again
        write(url);

        assertThat(Databases.counts(url)).isEqualTo(counts);
        assertThat(derived(url)).isEqualTo(derived);
    }

    /** The control: without the memory of what was deleted, the same replay counts it twice. */
    @ParameterizedTest
    @EnumSource
    void without_the_memory_of_what_was_deleted_a_replay_counts_it_twice(Dialect dialect) throws SQLException {
        var url = urlOfLong(dialect);
        log.addOldReadings();
        write(url);
        var derived = derived(url);
        try (var store = Store.open(url)) {
            store.forget(Long.MAX_VALUE);
        }

        Databases.execute(url, "delete from forgotten");
        Databases.execute(url, "delete from positions");
        write(url);

        assertThat(derived(url)).isNotEqualTo(derived);
        assertThat(Databases.number(url, "select sum(readings) from hours")).isGreaterThan(log.readings.size());
    }

    /** A reading that comes late, with an old time and a new number, is stored, however much was deleted. */
    @ParameterizedTest
    @EnumSource
    void an_old_reading_that_comes_for_the_first_time_is_no_replay(Dialect dialect) throws SQLException {
        var url = urlOfLong(dialect);
        log.addOldReadings();
        write(url);
        var rolledUp = Databases.number(url, "select sum(readings) from hours");
        try (var store = Store.open(url)) {
            store.forget(Long.MAX_VALUE);
        }

        log.addOldReading();
        write(url);

        assertThat(Databases.number(url, "select sum(readings) from hours")).isEqualTo(rolledUp + 1);
        try (var store = Store.open(url)) {
            assertThat(store.forget(Long.MAX_VALUE)).isEqualTo(1); // another of this device is the 65th now
        }
    }

    /** The clock says when; a sink that is not told to forgets nothing. */
    @Test
    void a_sink_forgets_when_rows_are_old_enough() throws SQLException {
        var url = url(Dialect.SQLITE);
        log.addOldReadings();
        var newest = log.readings.stream().mapToLong(Reading::ts).max().orElseThrow();
        var now = new AtomicReference<>(Instant.ofEpochMilli(newest));
        var sink = new Sink(
                log.consumer(MOST_RECORDS),
                () -> Store.open(url),
                said::add,
                _ -> {},
                Duration.ZERO,
                Duration.ofDays(1),
                now::get);
        sink.begin();
        while (!isWritten(url)) {
            sink.step();
        }
        assertThat(Databases.counts(url)).containsEntry("readings", (long) log.readings.size());

        now.set(Instant.ofEpochMilli(newest).plus(Duration.ofDays(2)));
        sink.step();
        sink.closeStore();

        assertThat(Databases.counts(url)).containsEntry("readings", (long) SmallLog.DEVICES * Store.WINDOW);
        assertThat(said).isEmpty();
    }

    /** The rules say it in Python. */
    @Test
    void the_window_is_as_wide_as_that_of_the_rules() throws IOException {
        assertThat(Files.readString(Path.of("..", "src", "main", "python", "rules", "dedup.py")))
                .containsPattern("(?m)^WIDTH = " + Store.WINDOW + "$");
    }

    private static String derived(String url) throws SQLException {
        return Databases.text(url, "select * from devices order by device")
                + Databases.text(url, "select * from minutes order by device, start")
                + Databases.text(url, "select * from hours order by device, start")
                + Databases.text(url, "select * from totals order by name, log_partition");
    }

    /** At each step in turn the store is lost, before the step is done or after it. */
    @ParameterizedTest
    @CsvSource({"SQLITE, false, 1", "SQLITE, true, 1", "POSTGRES, false, 4", "POSTGRES, true, 3"})
    void a_store_that_is_lost_at_any_step_loses_nothing(Dialect dialect, boolean isAfter, int stride)
            throws SQLException {
        for (var step = 1; step < 2 * BATCH; step += stride) {
            var url = urlOfLong(dialect);
            var faulty = new Faulty(step);

            write(
                    url,
                    () -> faulty.open(url, isAfter, () -> {
                        throw new SQLException("lost");
                    }));

            assertThat(faulty.hasHappened()).as("step %d", step).isTrue();
            assertThat(Databases.counts(url)).as("step %d", step).isEqualTo(expected());
        }
    }

    /** The step is in the second batch: one is written. */
    @ParameterizedTest
    @EnabledIfSystemProperty(named = "pykata.iot.system", matches = "true")
    @CsvSource({"SQLITE, 14, true", "SQLITE, 18, false", "POSTGRES, 18, true"})
    void a_sink_that_is_killed_and_started_again_has_each_row_once(Dialect dialect, int step, boolean isAfter)
            throws SQLException, IOException, InterruptedException {
        var url = url(dialect);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var killed = new ProcessBuilder(
                        java,
                        "--enable-native-access=ALL-UNNAMED",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        Killed.class.getName(),
                        url,
                        Integer.toString(step),
                        Boolean.toString(isAfter),
                        Integer.toString(MOST_RECORDS))
                .inheritIO()
                .start();
        assertThat(killed.waitFor()).isEqualTo(Killed.STATUS);
        assertThat(Databases.number(url, "select count(*) from positions")).isPositive();
        assertThat(isWritten(url)).isFalse();

        write(url);

        assertThat(Databases.counts(url)).isEqualTo(expected());
    }

    /** A real outage: nobody gets a connection, and those that there are end. */
    @Test
    @EnabledIfSystemProperty(named = "pykata.iot.system", matches = "true")
    void while_postgres_is_away_the_sink_waits() throws SQLException {
        var url = Databases.postgres();
        var name = url.replaceFirst(".*/(\\w+)\\?.*", "$1");
        var sink = new Sink(log.consumer(MOST_RECORDS), () -> Store.open(url), said::add, Duration.ofMillis(1));
        sink.begin();
        sink.step();

        Databases.administer("alter database %s with allow_connections false".formatted(name));
        Databases.administer("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
        for (var i = 0; i < 5; i++) {
            sink.step();
        }
        Databases.administer("alter database %s with allow_connections true".formatted(name));
        while (!isWritten(url)) {
            sink.step();
        }
        sink.closeStore();

        assertThat(Databases.counts(url)).isEqualTo(expected());
        assertThat(said).isNotEmpty().allMatch(line -> line.startsWith("the store is away: "));
    }

    @ParameterizedTest
    @EnumSource
    void what_cannot_be_read_is_kept_and_the_rest_goes_on(Dialect dialect) throws SQLException {
        var url = url(dialect);
        log.addNonsense();

        write(url);

        var counts = expected();
        counts.put("total unreadable", 4L);
        counts.merge("dead_letters", 4L, Long::sum);
        assertThat(Databases.counts(url)).isEqualTo(counts);
        assertThat(Databases.text(url, "select log_topic, payload from dead_letters where reason = 'frame' order by 1"))
                .isEqualTo("accepted no frame\ndead-letters {}\nevents null\nledger {}\n");
    }

    @Test
    void an_unknown_store_is_refused_by_its_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Store.open("jdbc:h2:mem:x"))
                .withMessageContaining("jdbc:h2:mem:x");
    }

    @ParameterizedTest
    @EnumSource
    void a_table_that_is_there_already_is_used_on(Dialect dialect) throws SQLException {
        var url = url(dialect);
        write(url);
        var before = all(url);

        Store.open(url).close();

        assertThat(Databases.counts(url)).isEqualTo(expected());
        assertThat(all(url)).isEqualTo(before);
    }
}
