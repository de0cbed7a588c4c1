package pykata.scenarios.iot.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import pykata.scenarios.iot.devices.Kind;
import pykata.scenarios.iot.wire.BadFrame;
import pykata.scenarios.iot.wire.DeadLetter;
import pykata.scenarios.iot.wire.Devices;
import pykata.scenarios.iot.wire.Frame;
import pykata.scenarios.iot.wire.Topics;

/**
 * How often each publish was found where: a map from what it says of itself, such as {@code late d000007 12}, to a count. Sums
 * can agree where a loss and a duplicate cancel each other; these cannot.
 */
record Books(Map<String, Integer> accepted, Map<String, Integer> dead, long duplicates) {

    /** What the devices know: from their own ledger, and nothing else. */
    static Books ofDevices(Path ledger) throws IOException {
        var accepted = new TreeMap<String, Integer>();
        var dead = new TreeMap<String, Integer>();
        var duplicates = 0L;
        for (var line : Files.readAllLines(ledger)) {
            var fields = line.split(",");
            var device = Devices.name(Integer.parseInt(fields[0]));
            var kind = Kind.valueOf(fields[2].toUpperCase(java.util.Locale.ROOT));
            switch (kind.fate()) {
                case ACCEPTED -> accepted.merge(device + " " + fields[3], 1, Integer::sum);
                case DUPLICATE -> duplicates++;
                // A payload that is no reading has no number; how many of a device there were is known.
                case DEAD -> {
                    var number = kind == Kind.CORRUPT ? "" : " " + fields[3];
                    dead.merge(kind.word() + " " + device + number, 1, Integer::sum);
                }
            }
        }
        return new Books(accepted, dead, duplicates);
    }

    /** What the log knows, of some devices. */
    static final class OfLog {

        static final List<String> TOPICS = List.of(Topics.ACCEPTED, Topics.DEAD_LETTERS);

        private final IntPredicate isWanted;
        private final Map<String, Integer> accepted = new TreeMap<>();
        private final Map<String, Integer> dead = new TreeMap<>();
        private final Map<String, Integer> payloads = new HashMap<>();

        OfLog(IntPredicate isWanted) {
            this.isWanted = isWanted;
        }

        void add(ConsumerRecord<byte[], byte[]> record) {
            if (record.topic().equals(Topics.ACCEPTED)) {
                addAccepted(record.value());
            } else {
                addDead(DeadLetter.fromJson(record.value()));
            }
        }

        private void addAccepted(byte[] value) {
            try {
                for (var reading : Frame.decode(value).readings()) {
                    if (isWanted.test(reading.device())) {
                        accepted.merge(Devices.name(reading.device()) + " " + reading.seq(), 1, Integer::sum);
                    }
                }
            } catch (BadFrame e) {
                throw new AssertionError(e);
            }
        }

        private void addDead(DeadLetter letter) {
            var reading = letter.reading();
            if (reading != null) {
                if (isWanted.test(reading.device())) {
                    var what = letter.reason().word() + " " + Devices.name(reading.device()) + " " + reading.seq();
                    dead.merge(what, 1, Integer::sum);
                }
            } else if (isWanted.test(Devices.ofTopic(letter.topic()).orElse(-1))) {
                var device = Devices.name(Devices.ofTopic(letter.topic()).getAsInt());
                var payload = new String(letter.payload(), StandardCharsets.ISO_8859_1);
                // The same payload again is the same publish, sent again.
                if (payloads.merge(device + payload, 1, Integer::sum) == 1) {
                    dead.merge(Kind.CORRUPT.word() + " " + device, 1, Integer::sum);
                }
            }
        }

        Map<String, Integer> accepted() {
            return accepted;
        }

        Map<String, Integer> dead() {
            return dead;
        }

        /** Publishes that are no reading and came more than once. */
        long again() {
            return payloads.values().stream().mapToLong(count -> count - 1).sum();
        }
    }

    /** The accepted readings of some devices that the store has, and their sum by its own reckoning. */
    static Map<String, Integer> ofStore(Path sqlite, int first, int devices) throws SQLException {
        var accepted = new TreeMap<String, Integer>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + sqlite);
                var statement = connection.prepareStatement(
                        "select device, seq from readings where device >= ? and device < ?")) {
            statement.setInt(1, first);
            statement.setInt(2, first + devices);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    accepted.merge(Devices.name(rows.getInt(1)) + " " + rows.getLong(2), 1, Integer::sum);
                }
            }
        }
        return accepted;
    }
}
