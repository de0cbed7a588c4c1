package pykata.scenarios.iot.gateway;

import java.util.OptionalInt;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import pykata.scenarios.iot.gateway.Decoded.Measured;
import pykata.scenarios.iot.gateway.Decoded.Undecodable;
import pykata.scenarios.iot.wire.DeadLetter;
import pykata.scenarios.iot.wire.Devices;
import pykata.scenarios.iot.wire.Reading;
import pykata.scenarios.iot.wire.Reason;

/** The way of a publish into the log: as a reading, or as a dead letter if it is none. */
final class Intake {

    private final Room room;
    private final Quota quota;
    private final Framer framer;
    private final int registered;
    private final Decoder decoder = new Decoder();
    private final LongAdder readings = new LongAdder();
    private final LongAdder letters = new LongAdder();
    private final LongAdder failed = new LongAdder();

    /**
     * @param quota of each device that has shown who it is
     * @param registered the devices that there are: those with a number below it
     */
    Intake(Room room, Quota quota, Framer framer, int registered) {
        this.room = room;
        this.quota = quota;
        this.framer = framer;
        this.registered = registered;
    }

    /**
     * Takes one publish, or refuses it.
     *
     * @param publisher the device that has shown who it is; empty if somebody else has seen to that
     */
    void publish(String topic, OptionalInt publisher, byte[] payload, Answer answer) {
        if (publisher.isPresent() && !quota.take(publisher.getAsInt())) {
            answer.refused("above the quota of this device");
            return;
        }
        if (!room.enter(payload.length)) {
            answer.refused("too much is on its way already");
            return;
        }
        var device = Devices.ofTopic(topic);
        switch (decode(device, publisher, payload)) {
            case Measured(var seq, var ts, var value) ->
                framer.add(new Reading(device.getAsInt(), seq, ts, value), told(payload.length, readings, answer));
            case Undecodable(var reason, var detail) ->
                framer.add(
                        DeadLetter.ofPayload(reason, topic, detail, payload),
                        device,
                        told(payload.length, letters, answer));
        }
    }

    private Decoded decode(OptionalInt device, OptionalInt publisher, byte[] payload) {
        if (device.isEmpty() || publisher.isPresent() && publisher.getAsInt() != device.getAsInt()) {
            var who = publisher.isPresent() ? Devices.name(publisher.getAsInt()) : "?";
            return new Undecodable(Reason.TOPIC, "published by " + who);
        }
        if (device.getAsInt() >= registered) {
            return new Undecodable(Reason.DEVICE, "numbers end below " + registered);
        }
        return decoder.decode(payload);
    }

    private Consumer<@Nullable Exception> told(int size, LongAdder taken, Answer answer) {
        return exception -> {
            room.leave(size);
            if (exception == null) {
                taken.increment();
                answer.taken();
            } else {
                failed.increment();
                answer.refused("the log has not taken it: " + exception.getMessage());
            }
        };
    }

    Stats stats() {
        return new Stats(
                readings.sum(),
                letters.sum(),
                failed.sum(),
                room.refused(),
                quota.refused(),
                room.inside(),
                room.bytesInside(),
                room.mostInside(),
                room.bound());
    }
}
