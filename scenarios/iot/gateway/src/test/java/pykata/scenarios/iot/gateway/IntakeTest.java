package pykata.scenarios.iot.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static pykata.scenarios.iot.gateway.Clients.await;
import static pykata.scenarios.iot.gateway.Clients.awaitRecords;
import static pykata.scenarios.iot.gateway.Clients.reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pykata.scenarios.iot.wire.BadFrame;
import pykata.scenarios.iot.wire.DeadLetter;
import pykata.scenarios.iot.wire.Devices;
import pykata.scenarios.iot.wire.Frame;
import pykata.scenarios.iot.wire.Reading;
import pykata.scenarios.iot.wire.Reason;
import pykata.scenarios.iot.wire.Shards;
import pykata.scenarios.iot.wire.Topics;

class IntakeTest {

    private static final Duration NEVER = Duration.ofHours(1);

    /** A log that answers when it is told to. */
    private final MockProducer<byte[], byte[]> log = log();

    private final List<String> answers = Collections.synchronizedList(new ArrayList<>());
    private final List<AutoCloseable> opened = new ArrayList<>();

    static MockProducer<byte[], byte[]> log() {
        var node = new Node(1, "", 1);
        var partitions = List.of(Topics.FRAMES, Topics.DEAD_LETTERS).stream()
                .flatMap(topic -> IntStream.range(0, 4)
                        .mapToObj(i -> new PartitionInfo(topic, i, node, new Node[] {node}, new Node[] {node})))
                .toList();
        var cluster = new Cluster("test", List.of(node), partitions, java.util.Set.of(), java.util.Set.of());
        return new MockProducer<>(cluster, false, null, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @AfterEach
    void close() throws Exception {
        for (var each : opened) {
            each.close();
        }
    }

    @Test
    void nobody_is_answered_before_the_log_is() throws Exception {
        var intake = intake(100, 1_000_000, 3, NEVER);
        var devices = inPartition(2, 3);

        devices.forEach(device -> publish(intake, device, 1));
        awaitRecords(log, 1);
        assertThat(answers).isEmpty();
        assertThat(intake.stats().inside()).isEqualTo(3);

        log.completeNext();
        assertThat(answers).containsExactlyInAnyOrder("taken", "taken", "taken");
        assertThat(intake.stats()).isEqualTo(new Stats(3, 0, 0, 0, 0, 0, 0, 3, 100));
    }

    @Test
    void a_full_frame_is_written_at_once_and_holds_the_readings_in_order() throws Exception {
        var intake = intake(100, 1_000_000, 3, NEVER);
        var devices = inPartition(1, 3);

        devices.forEach(device -> publish(intake, device, 40 + device));
        awaitRecords(log, 1);

        var record = log.history().getFirst();
        assertThat(record.topic()).isEqualTo(Topics.FRAMES);
        assertThat(record.partition()).isEqualTo(1);
        assertThat(frame(record).readings())
                .extracting(Reading::device, Reading::seq)
                .containsExactlyElementsOf(devices.stream()
                        .map(device -> org.assertj.core.groups.Tuple.tuple(device, 40L + device))
                        .toList());
    }

    @Test
    void a_frame_waits_no_longer_than_it_may() throws Exception {
        var intake = intake(100, 1_000_000, 500, Duration.ofMillis(20));

        publish(intake, 7, 1);
        awaitRecords(log, 1);

        assertThat(frame(log.history().getFirst()).size()).isEqualTo(1);
    }

    @Test
    void each_partition_has_a_frame_of_its_own() throws Exception {
        var intake = intake(100, 1_000_000, 2, NEVER);

        inPartition(0, 2).forEach(device -> publish(intake, device, 1));
        inPartition(3, 2).forEach(device -> publish(intake, device, 1));
        awaitRecords(log, 2);

        assertThat(log.history()).extracting(ProducerRecord::partition).containsExactly(0, 3);
    }

    @Test
    void what_the_log_has_not_taken_is_refused() throws Exception {
        var intake = intake(100, 1_000_000, 1, NEVER);

        publish(intake, 7, 1);
        awaitRecords(log, 1);
        log.errorNext(new TimeoutException("no broker"));

        assertThat(answers).containsExactly("refused: the log has not taken it: no broker");
        assertThat(intake.stats()).isEqualTo(new Stats(0, 0, 1, 0, 0, 0, 0, 1, 100));
    }

    @Test
    void beyond_the_bound_everything_is_refused_until_there_is_room() throws Exception {
        var intake = intake(2, 1_000_000, 1, NEVER);

        IntStream.range(0, 5).forEach(seq -> publish(intake, 7, seq));
        awaitRecords(log, 2);
        assertThat(answers).hasSize(3).allMatch("refused: too much is on its way already"::equals);
        assertThat(intake.stats().mostInside()).isEqualTo(2);

        log.completeNext();
        publish(intake, 7, 5);
        awaitRecords(log, 3);
        assertThat(intake.stats().refused()).isEqualTo(3);
    }

    @Test
    void bytes_are_bounded_too() throws Exception {
        var intake = intake(100, 100, 1, NEVER);

        publish(intake, 7, 1);
        publish(intake, 8, 1);
        publish(intake, 9, 1);
        awaitRecords(log, 2);

        assertThat(answers).containsExactly("refused: too much is on its way already");
    }

    @Test
    void what_is_no_reading_goes_into_the_log_before_it_is_acknowledged() throws Exception {
        var intake = intake(100, 1_000_000, 500, NEVER);

        intake.publish(Devices.topic(7), OptionalInt.of(7), "{".getBytes(UTF_8), answer());
        awaitRecords(log, 1);
        assertThat(answers).isEmpty();

        log.completeNext();
        assertThat(answers).containsExactly("taken");
        var letter = DeadLetter.fromJson(log.history().getFirst().value());
        assertThat(letter.reason()).isEqualTo(Reason.JSON);
        assertThat(letter.payload()).asString(UTF_8).isEqualTo("{");
        assertThat(new String(log.history().getFirst().key(), UTF_8)).isEqualTo("7");
        assertThat(intake.stats().letters()).isEqualTo(1);
    }

    @Test
    void where_a_dead_letter_cannot_be_written_its_payload_is_refused() throws Exception {
        var intake = intake(100, 1_000_000, 500, NEVER);

        intake.publish(Devices.topic(7), OptionalInt.of(7), "{".getBytes(UTF_8), answer());
        awaitRecords(log, 1);
        log.errorNext(new TimeoutException("no room"));

        assertThat(answers).containsExactly("refused: the log has not taken it: no room");
        assertThat(intake.stats().letters()).isZero();
    }

    @Test
    void a_device_above_its_quota_is_refused_before_it_takes_any_room() throws Exception {
        var framer = new Framer(log, 4, 1, NEVER);
        opened.add(framer);
        var intake = new Intake(new Room(3, 1_000), Quota.of(1, () -> 0), framer, 1_000);

        publish(intake, 7, 1);
        publish(intake, 7, 2);
        publish(intake, 8, 1);
        // Where nobody has shown who he is, any of them could use up another's quota.
        intake.publish(Devices.topic(7), OptionalInt.empty(), reading(3), answer());
        awaitRecords(log, 3);

        assertThat(answers).containsExactly("refused: above the quota of this device");
        assertThat(intake.stats()).isEqualTo(new Stats(0, 0, 0, 0, 1, 3, 3 * reading(1).length, 3, 3));
    }

    @Test
    void a_device_speaks_for_itself_alone() throws Exception {
        var intake = intake(100, 1_000_000, 500, NEVER);

        intake.publish(Devices.topic(7), OptionalInt.of(8), reading(1), answer());
        intake.publish("elsewhere", OptionalInt.of(8), reading(1), answer());
        intake.publish(Devices.topic(999_999), OptionalInt.of(999_999), reading(1), answer());
        awaitRecords(log, 3);

        assertThat(log.history())
                .extracting(record -> DeadLetter.fromJson(record.value()).reason())
                .containsExactly(Reason.TOPIC, Reason.TOPIC, Reason.DEVICE);
        assertThat(new String(log.history().get(1).key(), UTF_8)).isEqualTo(DeadLetter.NO_DEVICE);
    }

    @Test
    void after_the_end_everything_is_refused() throws Exception {
        var framer = new Framer(log, 4, 1, NEVER);
        var intake = new Intake(new Room(10, 1_000), Quota.none(), framer, 1_000);
        log.close();

        publish(intake, 7, 1);
        awaitAnswers(1);

        assertThat(answers).allMatch(answer -> answer.startsWith("refused"));
        assertThat(intake.stats().inside()).isZero();
    }

    @Test
    void bounds_that_bound_nothing_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Room(-1, 1_000))
                .withMessage("--readings takes a number from 1 on");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Room(10, 0))
                .withMessage("--bytes takes a number from 1 on");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Framer(log, 4, 0, NEVER))
                .withMessage("--frame takes a number from 1 on");
    }

    private Intake intake(long publishes, long bytes, int size, Duration linger) {
        var framer = new Framer(log, 4, size, linger);
        opened.add(framer);
        return new Intake(new Room(publishes, bytes), Quota.none(), framer, 1_000);
    }

    private static List<Integer> inPartition(int partition, int count) {
        return IntStream.range(0, 1_000)
                .filter(device -> Shards.over(4).partition(device) == partition)
                .limit(count)
                .boxed()
                .toList();
    }

    private void publish(Intake intake, int device, long seq) {
        intake.publish(Devices.topic(device), OptionalInt.of(device), reading(seq), answer());
    }

    private Answer answer() {
        return new Answer(() -> answers.add("taken"), why -> answers.add("refused: " + why));
    }

    private static Frame frame(ProducerRecord<byte[], byte[]> record) throws BadFrame {
        return Frame.decode(record.value());
    }

    private void awaitAnswers(int count) throws InterruptedException {
        await(() -> answers.size() >= count);
    }
}
