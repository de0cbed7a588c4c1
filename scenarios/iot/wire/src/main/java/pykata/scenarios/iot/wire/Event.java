package pykata.scenarios.iot.wire;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What the rules noticed while they judged a frame. A record of the topic {@code events} holds all events of one frame, a
 * line of JSON for each: where devices report every ten seconds, each reading closes a window, and a record for each would
 * cost more than the rules do.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Event.Window.class, name = "window"),
    @JsonSubTypes.Type(value = Event.Opened.class, name = "opened"),
    @JsonSubTypes.Type(value = Event.Closed.class, name = "closed")
})
public sealed interface Event {

    int device();

    /** The version of the rules that noticed it. */
    int rule();

    /**
     * A window of a device is over.
     *
     * @param start of its ten seconds, in ms since 1970
     */
    record Window(int device, int rule, long start, int count, double mean, double max) implements Event {}

    /**
     * An alert of a device is open from now on.
     *
     * @param alert the number of the alert's rule
     * @param value of the reading that opened it
     * @param mean the smoothed mean with this reading
     */
    record Opened(int device, int rule, long ts, int alert, double value, double mean) implements Event {}

    /** An alert of a device is open no more. */
    record Closed(int device, int rule, long ts, int alert, double value, double mean) implements Event {}

    /** The value of a record: a line for each. */
    static byte[] toJson(List<Event> events) {
        var lines = new ByteArrayOutputStream();
        for (var event : events) {
            lines.writeBytes(Json.write(event));
            lines.write('\n');
        }
        return lines.toByteArray();
    }

    static List<Event> fromJson(byte[] lines) {
        return new String(lines, StandardCharsets.UTF_8)
                .lines()
                .map(line -> Json.read(line.getBytes(StandardCharsets.UTF_8), Event.class))
                .toList();
    }
}
