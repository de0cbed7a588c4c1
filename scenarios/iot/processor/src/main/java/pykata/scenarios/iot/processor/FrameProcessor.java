package pykata.scenarios.iot.processor;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import pykata.scenarios.iot.wire.BadFrame;
import pykata.scenarios.iot.wire.DeadLetter;
import pykata.scenarios.iot.wire.Event;
import pykata.scenarios.iot.wire.Frame;
import pykata.scenarios.iot.wire.LedgerEntry;
import pykata.scenarios.iot.wire.Reason;
import pykata.scenarios.iot.wire.Topics;

/**
 * Judges a frame and sends on what came of it. Nothing waits in here for the next frame: Kafka Streams commits between any
 * two records and has no hook before it, so what a processor gathers is either lost or counted twice after a crash.
 */
final class FrameProcessor implements Processor<byte[], byte[], Routed, byte[]> {

    private final Rules rules;
    private final Judgement judgement = new Judgement();
    private @Nullable ProcessorContext<Routed, byte[]> context;
    private @Nullable KeyValueStore<Integer, byte[]> devices;

    FrameProcessor(Rules rules) {
        this.rules = rules;
    }

    @Override
    public void init(ProcessorContext<Routed, byte[]> initialized) {
        context = initialized;
        devices = initialized.getStateStore(FrameTopology.DEVICES);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        if (context == null || devices == null) {
            throw new IllegalStateException("not initialized");
        }
        var metadata = context.recordMetadata().orElseThrow(); // a record that was not read from the log: never
        var source = new Source(context, metadata.partition(), metadata.offset(), record.timestamp());
        var bytes = record.value() == null ? new byte[0] : record.value();
        try {
            process(Frame.decode(bytes), source, devices);
        } catch (BadFrame fault) {
            refuse(bytes, fault, source);
        }
    }

    private void process(Frame frame, Source source, KeyValueStore<Integer, byte[]> store) {
        judgement.judge(frame, rules, store::get);
        var deadLetters = new EnumMap<Reason, Integer>(Reason.class);
        var isChanged = new boolean[judgement.devices()];
        var accepted = 0;
        for (var k = 0; k < frame.size(); k++) {
            var reason = Verdict.reason(judgement.verdict(k));
            if (reason != null) {
                deadLetters.merge(reason, 1, Integer::sum);
                source.letter(reason, judgement.version(), k, frame);
            } else if (judgement.verdict(k) == Verdict.ACCEPTED) {
                isChanged[judgement.slot(k)] = true;
                accepted++;
            }
        }
        for (var slot = 0; slot < isChanged.length; slot++) {
            if (isChanged[slot]) {
                store.put(judgement.device(slot), judgement.stored(slot));
            }
        }
        if (accepted > 0) {
            var readings = frame.only(k -> judgement.verdict(k) == Verdict.ACCEPTED);
            source.send(Topics.ACCEPTED, null, readings.encode());
        }
        var events = judgement.events();
        if (!events.isEmpty()) {
            source.send(Topics.EVENTS, null, Event.toJson(events));
        }
        var duplicates = frame.size()
                - accepted
                - deadLetters.values().stream().mapToInt(Integer::intValue).sum();
        source.enter(frame.size(), accepted, duplicates, deadLetters, judgement.version());
    }

    private void refuse(byte[] bytes, BadFrame fault, Source source) {
        var version = rules.mine().version();
        var letter = DeadLetter.ofFrame(version, source.partition(), source.offset(), fault, bytes);
        source.send(Topics.DEAD_LETTERS, DeadLetter.NO_DEVICE, letter.toJson());
        source.enter(1, 0, 0, Map.of(Reason.FRAME, 1), version);
    }

    /** Where a frame came from, and therefore where all that comes of it goes. */
    private record Source(ProcessorContext<Routed, byte[]> context, int partition, long offset, long timestamp) {

        void letter(Reason reason, int version, int index, Frame frame) {
            var reading = frame.reading(index);
            var letter = DeadLetter.ofReading(reason, version, partition, offset, index, "", reading);
            send(Topics.DEAD_LETTERS, Integer.toString(reading.device()), letter.toJson());
        }

        void enter(int readings, int accepted, int duplicates, Map<Reason, Integer> deadLetters, int version) {
            var entry = new LedgerEntry(partition, offset, version, readings, accepted, duplicates, deadLetters);
            send(Topics.LEDGER, null, entry.toJson());
        }

        void send(String topic, @Nullable String key, byte[] value) {
            var bytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
            context.forward(new Record<>(new Routed(partition, bytes), value, timestamp), topic);
        }
    }
}
