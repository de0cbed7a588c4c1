package pykata.scenarios.iot.sink;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import pykata.scenarios.iot.wire.BadFrame;
import pykata.scenarios.iot.wire.DeadLetter;
import pykata.scenarios.iot.wire.Event;
import pykata.scenarios.iot.wire.Frame;
import pykata.scenarios.iot.wire.LedgerEntry;
import pykata.scenarios.iot.wire.Reason;
import pykata.scenarios.iot.wire.RuleReport;
import pykata.scenarios.iot.wire.Topics;

/** Records of the log as rows, with what shall be counted when a row turns out to be new. */
public final class Batch {

    private final Map<Table, List<Object[]>> rows = new EnumMap<>(Table.class);
    private final Map<Table, List<Counts>> counts = new EnumMap<>(Table.class);
    private final Map<TopicPartition, Long> positions = new HashMap<>();

    /** What a new row adds to the totals of a partition. */
    record Counts(int partition, Map<String, Integer> of) {}

    public Batch() {
        for (var table : Table.values()) {
            rows.put(table, new ArrayList<>());
            counts.put(table, new ArrayList<>());
        }
    }

    List<Object[]> rows(Table table) {
        return rows.get(table);
    }

    Counts counts(Table table, int row) {
        return counts.get(table).get(row);
    }

    /** From where the log is read next. */
    Map<TopicPartition, Long> positions() {
        return positions;
    }

    public void position(TopicPartition partition, long next) {
        positions.put(partition, next);
    }

    /** What cannot be read is a dead letter of the sink's own: it must not stop the line, and must not disappear. */
    public void add(ConsumerRecord<byte[], byte[]> record) {
        var value = record.value() == null ? new byte[0] : record.value();
        try {
            switch (record.topic()) {
                case Topics.ACCEPTED -> addReadings(Frame.decode(value), record.partition());
                case Topics.EVENTS -> addEvents(Event.fromJson(value), record);
                case Topics.DEAD_LETTERS -> addLetter(DeadLetter.fromJson(value), record);
                case Topics.LEDGER -> addEntry(LedgerEntry.fromJson(value), record);
                case Topics.RULE_REPORTS -> addReport(RuleReport.fromJson(value), record);
                default -> throw new IllegalStateException("nobody asked for the topic " + record.topic());
            }
        } catch (BadFrame | UncheckedIOException e) {
            addUnreadable(record, value, String.valueOf(e.getMessage()));
        }
    }

    private void add(Table table, int partition, Map<String, Integer> of, @Nullable Object... row) {
        rows.get(table).add(row);
        counts.get(table).add(new Counts(partition, of));
    }

    private void addReadings(Frame frame, int partition) {
        var stored = Map.of("stored", 1);
        for (var k = 0; k < frame.size(); k++) {
            var reading = frame.reading(k);
            add(
                    Table.READINGS,
                    partition,
                    stored,
                    (long) reading.device(),
                    reading.seq(),
                    reading.ts(),
                    reading.value());
        }
    }

    private void addEvents(List<Event> events, ConsumerRecord<byte[], byte[]> record) {
        for (var line = 0; line < events.size(); line++) {
            switch (events.get(line)) {
                case Event.Window window -> addWindow(record, line, window);
                case Event.Opened opened ->
                    addAlert(
                            record,
                            line,
                            opened.device(),
                            1,
                            opened.rule(),
                            opened.ts(),
                            opened.alert(),
                            opened.value(),
                            opened.mean());
                case Event.Closed closed ->
                    addAlert(
                            record,
                            line,
                            closed.device(),
                            0,
                            closed.rule(),
                            closed.ts(),
                            closed.alert(),
                            closed.value(),
                            closed.mean());
            }
        }
    }

    private void addWindow(ConsumerRecord<byte[], byte[]> record, int line, Event.Window window) {
        add(
                Table.WINDOWS,
                record.partition(),
                Map.of("windows", 1),
                (long) window.device(),
                window.start(),
                record.offset(),
                (long) line,
                (long) window.rule(),
                (long) window.count(),
                window.mean(),
                window.max());
    }

    private void addAlert(
            ConsumerRecord<byte[], byte[]> record,
            int line,
            long device,
            long isOpen,
            long rule,
            long ts,
            long alert,
            double value,
            double mean) {
        add(
                Table.ALERTS,
                record.partition(),
                Map.of("alerts", 1),
                (long) record.partition(),
                record.offset(),
                (long) line,
                device,
                isOpen,
                rule,
                ts,
                alert,
                value,
                mean);
    }

    private void addLetter(DeadLetter letter, ConsumerRecord<byte[], byte[]> record) {
        var of = new HashMap<>(Map.of("letters", 1));
        if (letter.isOfGateway()) {
            of.putAll(counts(letter.entry(record.offset())));
        }
        var reading = letter.reading();
        add(
                Table.DEAD_LETTERS,
                record.partition(),
                of,
                record.topic(),
                (long) record.partition(),
                record.offset(),
                letter.reason().word(),
                (long) letter.rule(),
                clean(letter.topic()),
                (long) letter.partition(),
                letter.offset(),
                (long) letter.index(),
                clean(letter.detail()),
                reading == null ? null : (long) reading.device(),
                reading == null ? null : reading.seq(),
                reading == null ? null : reading.ts(),
                reading == null ? null : reading.value(),
                text(letter.payload()));
    }

    private void addUnreadable(ConsumerRecord<byte[], byte[]> record, byte[] value, String detail) {
        add(
                Table.DEAD_LETTERS,
                record.partition(),
                Map.of("unreadable", 1),
                record.topic(),
                (long) record.partition(),
                record.offset(),
                Reason.FRAME.word(),
                (long) DeadLetter.NO_RULE,
                record.topic(),
                (long) record.partition(),
                record.offset(),
                -1L,
                clean(detail),
                null,
                null,
                null,
                null,
                text(value));
    }

    /** Payloads can be any bytes, and columns of text cannot: what is no UTF-8 shows as such, and a zero byte as well. */
    private static @Nullable String text(byte @Nullable [] payload) {
        return payload == null ? null : clean(new String(payload, StandardCharsets.UTF_8));
    }

    /** JSON can hold a zero byte, and PostgreSQL refuses a row with one: the sink would try the same batch for ever. */
    private static @Nullable String clean(@Nullable String text) {
        return text == null ? null : text.replace('\0', '\uFFFD');
    }

    private void addEntry(LedgerEntry entry, ConsumerRecord<byte[], byte[]> record) {
        add(
                Table.LEDGER,
                record.partition(),
                counts(entry),
                (long) record.partition(),
                record.offset(),
                (long) entry.partition(),
                entry.offset(),
                (long) entry.rule(),
                (long) entry.readings(),
                (long) entry.accepted(),
                (long) entry.duplicates(),
                (long) entry.dead());
    }

    private static Map<String, Integer> counts(LedgerEntry entry) {
        var counts = new HashMap<String, Integer>();
        counts.put("received", entry.readings());
        counts.put("accepted", entry.accepted());
        counts.put("duplicates", entry.duplicates());
        counts.put("dead", entry.dead());
        entry.deadLetters().forEach((reason, count) -> counts.put("dead " + reason.word(), count));
        return counts;
    }

    private void addReport(RuleReport report, ConsumerRecord<byte[], byte[]> record) {
        add(
                Table.RULES,
                record.partition(),
                Map.of(),
                (long) record.partition(),
                record.offset(),
                (long) report.version(),
                report.isUsed() ? 1L : 0L,
                clean(report.reason()),
                report.at());
    }
}
