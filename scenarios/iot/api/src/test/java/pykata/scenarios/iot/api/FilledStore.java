package pykata.scenarios.iot.api;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import pykata.scenarios.iot.sink.Batch;
import pykata.scenarios.iot.sink.Store;
import pykata.scenarios.iot.wire.DeadLetter;
import pykata.scenarios.iot.wire.Event;
import pykata.scenarios.iot.wire.Frame;
import pykata.scenarios.iot.wire.LedgerEntry;
import pykata.scenarios.iot.wire.Reading;
import pykata.scenarios.iot.wire.Reason;
import pykata.scenarios.iot.wire.RuleReport;
import pykata.scenarios.iot.wire.Topics;

/** A store as the sink fills it: 30 devices, ten minutes, a reading of each every ten seconds. */
final class FilledStore {

    static final long START = 1_764_470_000_000L;
    static final int DEVICES = 30;
    static final int ROUNDS = 60;

    private final String url;
    private long offset;

    private FilledStore(String url) {
        this.url = url;
    }

    static FilledStore in(Path folder) throws SQLException {
        var store = new FilledStore("jdbc:sqlite:" + folder.resolve("store.db"));
        store.fill();
        return store;
    }

    String url() {
        return url;
    }

    private void fill() throws SQLException {
        var batch = new Batch();
        for (var round = 0; round < ROUNDS; round++) {
            var readings = new ArrayList<Reading>();
            var events = new ArrayList<Event>();
            for (var device = 0; device < DEVICES; device++) {
                var value = 20 + device * 0.5 + 8 * Math.sin(round / 9.0 + device);
                readings.add(new Reading(device, round, START + round * 10_000L, value));
                events.add(new Event.Window(device, 1, START + round * 10_000L, 1, value, value));
            }
            batch.add(record(Topics.ACCEPTED, Frame.of(START, readings).encode()));
            batch.add(record(Topics.EVENTS, Event.toJson(events)));
            var dead = Map.of(Reason.RANGE, 1, Reason.CLOCK, 1);
            batch.add(record(Topics.LEDGER, new LedgerEntry(0, round, 1, DEVICES + 5, DEVICES, 3, dead).toJson()));
            for (var reason : dead.keySet()) {
                batch.add(record(
                        Topics.DEAD_LETTERS,
                        DeadLetter.ofReading(reason, 1, 0, round, 3, "", new Reading(7, round, START, 900))
                                .toJson()));
            }
        }
        batch.add(record(Topics.RULE_REPORTS, new RuleReport(1, true, "", START).toJson()));
        batch.add(record(Topics.RULE_REPORTS, new RuleReport(2, false, "SyntaxError: invalid syntax", START).toJson()));
        write(batch);
        alert(3, true);
        alert(11, true);
        alert(3, false);
    }

    /** Opens or closes an alert of a device. */
    void alert(int device, boolean isOpen) throws SQLException {
        var ts = START + 600_000 + offset;
        var batch = new Batch();
        batch.add(record(
                Topics.EVENTS,
                Event.toJson(List.of(
                        isOpen
                                ? new Event.Opened(device, 1, ts, 1, 91.5, 80.2)
                                : new Event.Closed(device, 1, ts, 1, 20.5, 74.9)))));
        write(batch);
    }

    /** One reading is lost: the ledger says that it was accepted, and there is no row. */
    void loseOne() throws SQLException {
        var batch = new Batch();
        batch.add(record(Topics.LEDGER, new LedgerEntry(0, 999, 1, 1, 1, 0, Map.of()).toJson()));
        write(batch);
    }

    /** A device of any number reports. */
    void reading(int device) throws SQLException {
        var batch = new Batch();
        batch.add(record(
                Topics.ACCEPTED,
                Frame.of(START, List.of(new Reading(device, 1, START, 20))).encode()));
        write(batch);
    }

    /** A total without a name: the sink writes none. */
    void spoilTotals() throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("drop table totals");
            statement.execute("create table totals (name text, total bigint)");
            statement.execute("insert into totals values (null, 1)");
        }
    }

    private ConsumerRecord<byte[], byte[]> record(String topic, byte[] value) {
        return new ConsumerRecord<>(topic, 0, offset++, new byte[0], value);
    }

    private void write(Batch batch) throws SQLException {
        try (var store = Store.open(url)) {
            store.write(batch);
        }
    }
}
