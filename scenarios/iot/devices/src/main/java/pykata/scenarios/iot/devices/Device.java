package pykata.scenarios.iot.devices;

import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pykata.scenarios.iot.devices.Connection.Outcome;

/**
 * One device: it sends what its plan says and keeps what was not acknowledged, as a device with a small disk does. All of it
 * happens on the fleet's thread.
 */
final class Device {

    /** A lost connection in so many publishes, where connections flap. */
    private static final int FLAPS_ONE_IN = 40;

    private final int number;
    private final Fleet fleet;
    private final Plan plan;
    private final Random random;
    private final Backoff backoff;
    private final SortedMap<Integer, Sending> unanswered = new TreeMap<>();
    private @Nullable Connection connection;
    private boolean isConnected;

    /** The connection was lost before we heard that it stands: who hears of the one need not have heard of the other. */
    private boolean isGone;

    private boolean isStepping;
    private int planned;

    Device(int number, Fleet fleet, Plan plan, Random random) {
        this.number = number;
        this.fleet = fleet;
        this.plan = plan;
        this.random = random;
        backoff = new Backoff(random);
    }

    void connect() {
        fleet.whenThereIsRoomToConnect(this::open);
    }

    private void open() {
        var opened = fleet.connection(number, lost -> fleet.run(() -> lost(lost)));
        connection = opened;
        isGone = false;
        fleet.counts().connects++;
        opened.open(fleet.tokens())
                .whenComplete((_, failed) -> fleet.run(() -> {
                    fleet.connectEnded();
                    if (connection != opened) {
                        return; // the device has ended meanwhile
                    }
                    if (failed == null && !isGone) {
                        isConnected = true;
                        fleet.counts().connected++;
                        backoff.succeeded();
                        unanswered.values().forEach(Sending::send);
                        step();
                    } else {
                        connection = null;
                        opened.close();
                        fleet.after(backoff.nextMs(), this::connect);
                    }
                }));
    }

    private void lost(Connection lost) {
        if (lost != connection) {
            return;
        }
        if (!isConnected) {
            isGone = true; // whoever opens it hears of that, and tries again
            return;
        }
        fleet.counts().lost++;
        disconnected();
        fleet.after(backoff.nextMs(), this::connect);
    }

    private void disconnected() {
        connection = null;
        isConnected = false;
        fleet.counts().connected--;
    }

    /** Sends the next one, and comes back when it is time for the one after it. */
    private void step() {
        if (!isConnected || isStepping) {
            return;
        }
        if (isPlanned()) {
            endIfDone();
            return;
        }
        var mayGoOn = unanswered.isEmpty() || planned - unanswered.firstKey() < Plan.WINDOW;
        if (mayGoOn && unanswered.size() < fleet.atOnce()) {
            var next = plan.next();
            planned = next.index() + 1;
            var sending = new Sending(next, next.payload(System.currentTimeMillis()));
            unanswered.put(next.index(), sending);
            sending.send();
            if (fleet.flaps() && random.nextInt(FLAPS_ONE_IN) == 0) {
                flap();
            }
            isStepping = true;
            fleet.after(fleet.pauseMs(random), () -> {
                isStepping = false;
                step();
            });
        }
    }

    /** Goes away without having heard the answer, as a device does that loses its radio. */
    private void flap() {
        var leaving = connection;
        fleet.counts().flaps++;
        disconnected();
        if (leaving != null) {
            leaving.close();
        }
        fleet.after(backoff.nextMs(), this::connect);
    }

    private boolean isPlanned() {
        return fleet.readings() > 0 && planned >= fleet.readings();
    }

    private void endIfDone() {
        var done = connection;
        if (isPlanned() && unanswered.isEmpty() && done != null && isConnected) { // if not, it ends when it is
            disconnected();
            done.close();
            fleet.counts().finished++;
            fleet.finished();
        }
    }

    /** A publish that was sent, perhaps more than once, and has no good answer yet. */
    private final class Sending {

        private final Planned planned;
        private final byte[] payload;
        private @Nullable Connection on;

        Sending(Planned planned, byte[] payload) {
            this.planned = planned;
            this.payload = payload;
        }

        void send() {
            var through = connection;
            if (!isConnected || through == null) {
                return; // it is sent when there is a connection
            }
            on = through;
            fleet.counts().attempts++;
            through.publish(payload).thenAccept(outcome -> fleet.run(() -> answered(through, outcome)));
        }

        private void answered(Connection through, Outcome outcome) {
            if (!unanswered.containsKey(planned.index())) {
                return; // two attempts, and this is the second answer
            }
            switch (outcome) {
                case ACKNOWLEDGED -> {
                    unanswered.remove(planned.index());
                    backoff.succeeded();
                    fleet.ledger().acknowledged(number, planned);
                    step();
                    endIfDone();
                }
                case REFUSED -> {
                    fleet.counts().refused++;
                    fleet.after(backoff.nextMs(), () -> {
                        if (on == through) {
                            send();
                        }
                    });
                }
                case UNANSWERED -> {
                    fleet.counts().unanswered++;
                    fleet.after(
                            backoff.nextMs(),
                            () -> { // if the connection is gone, the next one sends it
                                if (on == through && connection == through) {
                                    send();
                                }
                            });
                }
            }
        }
    }
}
