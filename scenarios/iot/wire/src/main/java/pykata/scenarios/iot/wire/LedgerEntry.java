package pykata.scenarios.iot.wire;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What became of the readings of one frame. The processor writes it in the transaction that writes their results, so each
 * frame has one entry, also after a crash.
 *
 * @param partition of the frame
 * @param offset of the frame
 * @param rule the version of the rules that decided
 * @param deadLetters how many for each reason; none is 0
 */
public record LedgerEntry(
        int partition,
        long offset,
        int rule,
        int readings,
        int accepted,
        int duplicates,
        Map<Reason, Integer> deadLetters) {

    /**
     * @throws IllegalArgumentException if a reading would be unaccounted for, or counted twice
     */
    public LedgerEntry {
        var copy = new EnumMap<Reason, Integer>(Reason.class);
        copy.putAll(deadLetters);
        deadLetters = Collections.unmodifiableMap(copy);
        var dead = sum(deadLetters);
        if (readings != accepted + duplicates + dead) {
            throw new IllegalArgumentException("partition %d, offset %d: %d readings are not %d + %d + %d"
                    .formatted(partition, offset, readings, accepted, duplicates, dead));
        }
    }

    /** The entry of a record, or a payload, that is dead as a whole. */
    public static LedgerEntry ofDeadLetter(int partition, long offset, int rule, Reason reason) {
        return new LedgerEntry(partition, offset, rule, 1, 0, 0, Map.of(reason, 1));
    }

    private static int sum(Map<Reason, Integer> deadLetters) {
        return deadLetters.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** All dead letters of the frame. */
    public int dead() {
        return sum(deadLetters);
    }

    public byte[] toJson() {
        return Json.write(this);
    }

    public static LedgerEntry fromJson(byte[] json) {
        return Json.read(json, LedgerEntry.class);
    }
}
