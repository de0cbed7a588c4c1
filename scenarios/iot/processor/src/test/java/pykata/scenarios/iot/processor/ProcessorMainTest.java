package pykata.scenarios.iot.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import pykata.scenarios.iot.wire.BadFrame;
import pykata.scenarios.iot.wire.Frame;
import pykata.scenarios.iot.wire.LedgerEntry;
import pykata.scenarios.iot.wire.Reading;
import pykata.scenarios.iot.wire.Reason;
import pykata.scenarios.iot.wire.RuleReport;
import pykata.scenarios.iot.wire.Topics;

/** The processor as a process, on a real broker. One story, as starting costs the time: each step goes on where the last one ended. */
@EnabledIfSystemProperty(named = "pykata.iot.system", matches = "true")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProcessorMainTest {

    private static final int PARTITIONS = 2;
    private static final int READINGS = 100; // in a frame

    @TempDir
    private static Path folder;

    private static Cluster cluster;
    private static Child processor;
    private static int frames;

    @BeforeAll
    static void start() throws Exception {
        cluster = Cluster.start(folder.resolve("log"), PARTITIONS);
        processor = startProcessor("60000");
        assertThat(processor.awaitReady()).startsWith("ready processor, rules 1, ");
    }

    @AfterAll
    static void end() throws InterruptedException {
        processor.close();
        cluster.close();
    }

    private static Child startProcessor(String transaction) throws Exception {
        return Child.start(
                ProcessorMain.class,
                "--kafka",
                cluster.bootstrap(),
                "--rules",
                Texts.FOLDER.toAbsolutePath().normalize().toString(),
                "--state",
                Files.createTempDirectory(folder, "state").toString(), // wiped each time
                "--threads",
                "2",
                "--instance",
                "1",
                "--transaction",
                transaction);
    }

    /** 100 readings of 90 devices: ten of them report twice. */
    private static void writeFrames(int count) throws Exception {
        for (var i = 0; i < count; i++) {
            var seq = frames / PARTITIONS;
            var partition = frames % PARTITIONS;
            var readings = IntStream.range(0, READINGS)
                    .mapToObj(k -> new Reading(k % 90 * PARTITIONS + partition, seq, Driven.NOW, 20))
                    .toList();
            cluster.write(partition, Frame.of(Driven.NOW, readings));
            frames++;
        }
    }

    private static List<LedgerEntry> ledger() {
        return cluster.read(Topics.LEDGER, found -> found.size() >= frames).stream()
                .map(LedgerEntry::fromJson)
                .toList();
    }

    private static void assertNothingIsLostOrTwice() {
        var ledger = ledger();
        assertThat(ledger).hasSize(frames);
        assertThat(ledger.stream().mapToInt(LedgerEntry::readings).sum()).isEqualTo(frames * READINGS);
        var accepted = cluster.readNow(Topics.ACCEPTED).stream()
                .flatMap(frame -> {
                    try {
                        return Frame.decode(frame).readings().stream();
                    } catch (BadFrame e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
        assertThat(accepted)
                .doesNotHaveDuplicates()
                .hasSize(ledger.stream().mapToInt(LedgerEntry::accepted).sum());
        assertThat(ledger).extracting(LedgerEntry::accepted).containsOnly(READINGS - 10);
        assertThat(ledger).extracting(LedgerEntry::duplicates).containsOnly(10);
    }

    @Test
    @Order(1)
    void frames_are_judged_in_transactions() throws Exception {
        writeFrames(20);

        assertNothingIsLostOrTwice();
    }

    @Test
    @Order(2)
    void a_processor_that_is_killed_goes_on_where_it_was_with_its_state_wiped() throws Exception {
        for (var round = 0; round < 2; round++) {
            writeFrames(30);
            cluster.read(Topics.LEDGER, found -> found.size() > frames - 25); // it is in the midst of them
            processor.kill();
            writeFrames(10);
            processor = startProcessor("600000"); // ten minutes: nobody waits for that

            assertNothingIsLostOrTwice();
        }
    }

    /**
     * A processor that stands still, as in a long pause of a virtual machine: the broker gives its transaction up. When it
     * goes on, it believes that it is in the midst of it.
     */
    @Test
    @Order(3)
    @DisabledOnOs(OS.WINDOWS)
    void a_processor_that_is_stopped_for_longer_than_its_transaction_may_take_loses_and_repeats_nothing()
            throws Exception {
        processor.awaitReady();
        processor.closeInput();
        processor = startProcessor("10000");
        processor.awaitReady();
        do {
            processor.signal("CONT");
            writeFrames(10);
            processor.signal("STOP");
        } while (!cluster.isTransactionOpen()); // it stood still between two transactions: once more

        writeFrames(10);
        cluster.awaitNoTransaction(); // the broker has ended it, not the processor
        assertThat(cluster.readNow(Topics.LEDGER)).hasSizeLessThan(frames);
        processor.signal("CONT");
        writeFrames(10);

        assertNothingIsLostOrTwice();
        assertThat(processor.isAlive()).isTrue();
    }

    @Test
    @Order(4)
    void operators_change_the_rules_and_broken_ones_are_refused() throws Exception {
        processor.awaitReady();
        cluster.write(Texts.shipped(2));
        cluster.write(Texts.alone(3, "def process(:"));
        cluster.write(Texts.alone(4, "while True: pass"));
        var reports = cluster.read(Topics.RULE_REPORTS, found -> found.size() >= 3 + reportsOfVersion1()).stream()
                .map(RuleReport::fromJson)
                .filter(report -> report.version() > 1)
                .toList();
        assertThat(reports).extracting(RuleReport::isUsed).containsExactly(true, false, false);
        assertThat(reports.get(1).reason()).contains("SyntaxError");
        assertThat(reports.get(2).reason()).isEqualTo("does not end");
        writeFrames(10);

        assertNothingIsLostOrTwice();
        var newest = (frames - 10) / PARTITIONS;
        assertThat(ledger())
                .filteredOn(entry -> entry.offset() >= newest)
                .extracting(LedgerEntry::rule)
                .hasSize(10)
                .containsOnly(2);
    }

    private static int reportsOfVersion1() {
        return (int) cluster.readNow(Topics.RULE_REPORTS).stream()
                .map(RuleReport::fromJson)
                .filter(report -> report.version() == 1)
                .count();
    }

    @Test
    @Order(5)
    void a_processor_that_is_told_to_ends_and_the_next_one_begins_with_the_newest_rules_that_work() throws Exception {
        assertThat(processor.closeInput()).isZero();

        processor = startProcessor("60000");

        assertThat(processor.awaitReady()).startsWith("ready processor, rules 2, ");
    }

    /** To go on would be to drop a reading. It stops, the frame stays in the log, and nothing of it can be seen. */
    @Test
    @Order(6)
    void where_dead_letters_cannot_be_written_nothing_is_consumed() throws Exception {
        cluster.configure(Topics.DEAD_LETTERS, "max.message.bytes", "150"); // room for the mark of a transaction alone
        var partition = 0;
        cluster.write(
                partition,
                Frame.of(
                        Driven.NOW,
                        List.of(new Reading(0, 5_000, Driven.NOW, 20), new Reading(0, 5_001, Driven.NOW, 900))));

        assertThat(processor.awaitEnd()).isEqualTo(1);
        assertThat(cluster.readNow(Topics.LEDGER)).hasSize(frames);
        assertThat(cluster.readNow(Topics.DEAD_LETTERS)).isEmpty();

        cluster.configure(Topics.DEAD_LETTERS, "max.message.bytes", "1000000");
        processor = startProcessor("60000");
        frames++;
        assertThat(ledger())
                .filteredOn(entry -> entry.accepted() == 1)
                .singleElement()
                .extracting(LedgerEntry::deadLetters)
                .isEqualTo(Map.of(Reason.RANGE, 1));
        assertThat(cluster.readNow(Topics.DEAD_LETTERS)).hasSize(1);
    }
}
