package pykata.scenarios.iot.wire;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A reading that was not accepted and is no duplicate: why, and where it came from. In JSON the payload stands as base64.
 *
 * <p>A letter of the gateway has no partition ({@link #OF_GATEWAY}) and is its own entry of the ledger: one reading, dead. It
 * has no record in the topic {@code ledger}, because two records cannot be written as one without a transaction, and a
 * killed gateway would leave one of them. Whoever adds up the ledger adds {@link #entry} of such letters.
 *
 * @param rule the version of the rules that decided, or {@link #NO_RULE}
 * @param topic the log's topic or, from the gateway, the MQTT topic
 * @param partition of the source, or {@link #OF_GATEWAY}
 * @param offset of the source, or -1
 * @param index of the reading in its frame, or -1
 * @param detail for people
 * @param reading what it says, if it was a reading
 * @param payload what came in, if it was none: of a long one the beginning
 * @param bytes how long the payload was
 */
public record DeadLetter(
        Reason reason,
        int rule,
        String topic,
        int partition,
        long offset,
        int index,
        String detail,
        @Nullable Reading reading,
        byte @Nullable [] payload,
        int bytes) {

    public static final int OF_GATEWAY = -1;
    public static final int NO_RULE = 0;

    /** The key of a letter that belongs to no device. */
    public static final String NO_DEVICE = "?";

    private static final int KEPT = 1_024;

    /** Keeps a copy of the payload, or of its beginning. A letter that does not say why, or from where, is none. */
    public DeadLetter {
        Objects.requireNonNull(reason, "a letter has a reason");
        Objects.requireNonNull(topic, "a letter has a topic");
        Objects.requireNonNull(detail, "a letter has a detail");
        payload = payload == null ? null : Arrays.copyOf(payload, Math.min(payload.length, KEPT));
    }

    /** A payload of which the gateway could not make a reading. */
    public static DeadLetter ofPayload(Reason reason, String mqttTopic, String detail, byte[] payload) {
        return new DeadLetter(reason, NO_RULE, mqttTopic, OF_GATEWAY, -1, -1, detail, null, payload, payload.length);
    }

    /** A reading that the rules refused. */
    public static DeadLetter ofReading(
            Reason reason, int rule, int partition, long offset, int index, String detail, Reading reading) {
        return new DeadLetter(reason, rule, Topics.FRAMES, partition, offset, index, detail, reading, null, 0);
    }

    /** A record of the log that is no frame. */
    public static DeadLetter ofFrame(int rule, int partition, long offset, BadFrame fault, byte[] record) {
        return new DeadLetter(
                Reason.FRAME,
                rule,
                Topics.FRAMES,
                partition,
                offset,
                -1,
                fault.fault() + ": " + fault.getMessage(),
                null,
                record,
                record.length);
    }

    @JsonIgnore
    public boolean isOfGateway() {
        return partition == OF_GATEWAY;
    }

    /** The entry of the ledger that a letter of the gateway stands for; its offset is the letter's own. */
    public LedgerEntry entry(long letterOffset) {
        return LedgerEntry.ofDeadLetter(OF_GATEWAY, letterOffset, rule, reason);
    }

    public byte[] toJson() {
        return Json.write(this);
    }

    public static DeadLetter fromJson(byte[] json) {
        return Json.read(json, DeadLetter.class);
    }

    @Override
    public byte @Nullable [] payload() {
        return payload == null ? null : payload.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DeadLetter that
                && reason == that.reason
                && rule == that.rule
                && topic.equals(that.topic)
                && partition == that.partition
                && offset == that.offset
                && index == that.index
                && detail.equals(that.detail)
                && Objects.equals(reading, that.reading)
                && Arrays.equals(payload, that.payload)
                && bytes == that.bytes;
    }

    @Override
    public int hashCode() {
        return Objects.hash(reason, topic, partition, offset, index, Arrays.hashCode(payload));
    }
}
