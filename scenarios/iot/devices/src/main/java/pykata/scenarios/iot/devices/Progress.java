package pykata.scenarios.iot.devices;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far the devices are: printed as {@code progress JSON} now and then, and as {@code summary JSON} at the end.
 *
 * @param connected now
 * @param connects attempts to connect
 * @param lost connections that ended without our doing
 * @param flaps connections that a device has left without waiting for an answer
 * @param attempts publishes sent, also those again
 * @param refused answers that were a refusal
 * @param unanswered attempts that got no answer
 * @param acknowledged publishes that were acknowledged, each once, by kind
 * @param finished devices that have nothing left to send
 */
public record Progress(
        long devices,
        long connected,
        long connects,
        long lost,
        long flaps,
        long attempts,
        long refused,
        long unanswered,
        Map<String, Long> acknowledged,
        long finished) {

    public static final String PROGRESS = "progress ";
    public static final String SUMMARY = "summary ";

    private static final JsonMapper MAPPER = new JsonMapper();

    static Progress of(long devices, Counts counts, Map<Kind, Long> acknowledged) {
        var words = new TreeMap<String, Long>();
        acknowledged.forEach((kind, count) -> words.put(kind.word(), count));
        return new Progress(
                devices,
                counts.connected,
                counts.connects,
                counts.lost,
                counts.flaps,
                counts.attempts,
                counts.refused,
                counts.unanswered,
                words,
                counts.finished);
    }

    public long total() {
        return acknowledged.values().stream().mapToLong(Long::longValue).sum();
    }

    String toJson() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JacksonException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Progress fromJson(String json) {
        try {
            return MAPPER.readValue(json, Progress.class);
        } catch (JacksonException e) {
            throw new UncheckedIOException(e);
        }
    }
}
