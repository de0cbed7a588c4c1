package pykata.scenarios.iot;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import pykata.scenarios.iot.StoredRows.Row;
import pykata.scenarios.iot.wire.Devices;

/**
 * A thousand devices of MQTT that publish at a rate, whether or not they are answered. A reading's time begins when it was
 * due: if the gateway or this driver stands still, what was due meanwhile has waited. The driver speaks the few packets that
 * it needs itself, because a client library costs more than what is measured.
 *
 * <p>Arguments: host, port, the store's URL, seconds of warm-up, seconds at each rate. It first lets each device send as
 * fast as it is answered; the rates are shares of what then arrives. It says {@code measured JSON} at its end.
 */
final class OfferedRun implements AutoCloseable {

    private static final List<Double> SHARES = List.of(0.5, 0.9, 1.1);
    private static final int DEVICES = 1_000;
    private static final int AT_ONCE = 8; // publishes of a device without an answer, as the gateway allows
    private static final int LOOKED_FOR = 10; // one in so many rows
    private static final Duration LIMIT = Duration.ofMinutes(4);

    private static final int CONNACK = 2;
    private static final int PUBACK = 4;
    private static final int FAILURE = 0x80;

    private final Selector selector = Selector.open();
    private final List<Device> devices = new ArrayList<>();
    private final StoredRows stored;
    private long[] acknowledged = new long[1 << 20];
    private int answers;
    private int refused;
    private int unanswered;
    private long kept; // acknowledged, since the beginning
    private boolean isClosedLoop;

    /**
     * How the system did at a rate.
     *
     * @param acknowledged milliseconds until PUBACK: median, 99 and 99.9 of a hundred
     * @param stored milliseconds until the row can be read: median, 99 and 99.9 of a hundred
     */
    record AtRate(
            double share, double offered, int sent, int refused, List<Double> acknowledged, List<Double> stored) {}

    /**
     * What it carried when each device waited for its answer.
     *
     * @param rows in a second, until the last of them was stored
     */
    record Seen(double acknowledgements, double rows, List<AtRate> rates) {}

    private OfferedRun(String host, int port, StoredRows stored) throws IOException {
        this.stored = stored;
        for (var number = 0; number < DEVICES; number++) {
            devices.add(new Device(number, host, port));
        }
        for (var device : devices) {
            device.channel.configureBlocking(false);
            device.channel.register(selector, SelectionKey.OP_READ, device);
        }
    }

    public static void main(String[] arguments) throws Exception {
        var warmUp = Integer.parseInt(arguments[3]);
        var each = Integer.parseInt(arguments[4]);
        try (var stored = new StoredRows(arguments[2]);
                var run = new OfferedRun(arguments[0], Integer.parseInt(arguments[1]), stored)) {
            System.out.printf("%,d devices are connected%n", DEVICES);
            Said.say(run.measure(warmUp, each));
        }
        System.exit(0);
    }

    private Seen measure(int warmUp, int seconds) throws Exception {
        asFastAsAnswered(warmUp);
        settle();
        var before = kept;
        var begin = System.nanoTime();
        asFastAsAnswered(seconds);
        var acknowledgements = (answers - refused) / ((System.nanoTime() - begin) / 1e9);
        settle();
        var capacity = (kept - before) / ((System.nanoTime() - begin) / 1e9);
        System.out.printf(
                Locale.ROOT, "at most: %,.0f acknowledged and %,.0f stored in a second%n", acknowledgements, capacity);
        var rates = new ArrayList<AtRate>();
        for (var share : SHARES) {
            var rate = atRate(share, share * capacity, seconds);
            rates.add(rate);
            System.out.printf(
                    Locale.ROOT,
                    "%3.0f %%: %,.0f in a second; PUBACK %s ms, row %s ms, %d refused%n",
                    100 * share,
                    rate.offered(),
                    rate.acknowledged(),
                    rate.stored(),
                    rate.refused());
        }
        return new Seen(acknowledgements, capacity, rates);
    }

    private void asFastAsAnswered(int seconds) throws IOException {
        answers = 0;
        refused = 0;
        isClosedLoop = true;
        for (var device : devices) {
            while (device.inFlight < 2) {
                device.publish(System.nanoTime(), false);
            }
        }
        var end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        while (System.nanoTime() < end) {
            hear(1);
        }
        isClosedLoop = false;
    }

    private AtRate atRate(double share, double rate, int seconds) throws Exception {
        answers = 0;
        refused = 0;
        stored.begin();
        var all = (int) Math.max(1, Math.round(rate * seconds));
        var start = System.nanoTime();
        var sent = 0;
        while (sent < all) {
            while (sent < all && due(start, sent, rate) <= System.nanoTime()) {
                devices.get(sent % DEVICES).publish(due(start, sent, rate), sent % LOOKED_FOR == 0);
                sent++;
            }
            hear(1);
        }
        settle();
        return new AtRate(
                share, rate, all, refused, percentiles(acknowledged, answers - refused), stored.percentiles());
    }

    private static long due(long start, int number, double rate) {
        return start + (long) (number * 1e9 / rate);
    }

    /** Until all is answered and stored. */
    private void settle() throws Exception {
        var limit = System.nanoTime() + LIMIT.toNanos();
        while (unanswered > 0 || stored.isMissingAny() || stored.count() < kept) {
            hear(5);
            if (System.nanoTime() > limit) {
                throw new IllegalStateException("%d readings are not answered, and of %d that are, %d are stored"
                        .formatted(unanswered, kept, stored.count()));
            }
        }
    }

    static List<Double> percentiles(long[] nanoseconds, int count) {
        if (count == 0) {
            return List.of();
        }
        var sorted = Arrays.copyOf(nanoseconds, count);
        Arrays.sort(sorted);
        return Stream.of(0.5, 0.99, 0.999)
                .map(share -> sorted[(int) Math.min(count - 1, Math.floor(share * count))] / 1e6)
                .map(each -> Math.round(each * 10) / 10.0)
                .toList();
    }

    private void hear(long atMostMs) throws IOException {
        selector.select(atMostMs);
        for (var key : selector.selectedKeys()) {
            ((Device) key.attachment()).hear();
        }
        selector.selectedKeys().clear();
    }

    @Override
    public void close() throws IOException {
        for (var device : devices) {
            device.channel.close();
        }
        selector.close();
    }

    /** A publish: when it was due, and whether its row is looked for. */
    private record Sent(long due, long seq, boolean isLookedFor) {}

    /** One connection. Answers come in the order of the publishes. */
    private final class Device {

        private final int number;
        private final byte[] topic;
        private final SocketChannel channel;
        private final Deque<Sent> waiting = new ArrayDeque<>();
        private final Deque<Sent> sent = new ArrayDeque<>();
        private final ByteBuffer in = ByteBuffer.allocate(512);
        private int inFlight;
        private int packet;
        private long seq;

        Device(int number, String host, int port) throws IOException {
            this.number = number;
            topic = Devices.topic(number).getBytes(StandardCharsets.US_ASCII);
            channel = SocketChannel.open(new InetSocketAddress(host, port));
            channel.socket().setTcpNoDelay(true);
            var name = Devices.name(number).getBytes(StandardCharsets.US_ASCII);
            var connect = ByteBuffer.allocate(64).put((byte) 0x10).put((byte) (13 + name.length));
            connect.putShort((short) 4).put("MQTT".getBytes(StandardCharsets.US_ASCII));
            connect.put((byte) 5).put((byte) 2).putShort((short) 0).put((byte)
                    0); // clean, no keep-alive, no properties
            connect.putShort((short) name.length).put(name);
            write(connect.flip());
            awaitConnected();
        }

        private void awaitConnected() throws IOException {
            in.limit(2);
            fill();
            var length = in.get(1);
            in.limit(2 + length);
            fill();
            if (in.get(0) >> 4 != CONNACK || in.get(3) != 0) {
                throw new IOException("the gateway does not let device %d in".formatted(number));
            }
            in.clear();
        }

        private void fill() throws IOException {
            while (in.hasRemaining()) {
                if (channel.read(in) < 0) {
                    throw new IOException("the gateway has closed the connection of device " + number);
                }
            }
        }

        void publish(long due, boolean isLookedFor) throws IOException {
            waiting.add(new Sent(due, seq++, isLookedFor));
            unanswered++;
            sendSome();
        }

        private void sendSome() throws IOException {
            while (inFlight < AT_ONCE && !waiting.isEmpty()) {
                var next = waiting.remove();
                sent.add(next);
                inFlight++;
                var payload = "{\"seq\":%d,\"ts\":%d,\"value\":%d.5}"
                        .formatted(next.seq(), System.currentTimeMillis(), 20 + next.seq() % 7)
                        .getBytes(StandardCharsets.US_ASCII);
                var length = 2 + topic.length + 2 + 1 + payload.length;
                packet = packet % 60_000 + 1;
                var publish = ByteBuffer.allocate(3 + length).put((byte) 0x32); // QoS 1
                putLength(publish, length);
                publish.putShort((short) topic.length)
                        .put(topic)
                        .putShort((short) packet)
                        .put((byte) 0)
                        .put(payload);
                write(publish.flip());
            }
        }

        private static void putLength(ByteBuffer packet, int length) {
            if (length < 128) {
                packet.put((byte) length);
            } else {
                packet.put((byte) (length % 128 | 128)).put((byte) (length / 128));
            }
        }

        private void write(ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) {
                channel.write(bytes); // a few short packets always fit into a socket's buffer
            }
        }

        void hear() throws IOException {
            if (channel.read(in) < 0) {
                throw new IOException("the gateway has closed the connection of device " + number);
            }
            in.flip();
            while (in.remaining() >= 2 && in.remaining() >= 2 + in.get(in.position() + 1)) {
                var length = in.get(in.position() + 1);
                if ((in.get(in.position()) & 0xFF) >> 4 == PUBACK) {
                    answered(length > 2 ? in.get(in.position() + 4) & 0xFF : 0);
                }
                in.position(in.position() + 2 + length);
            }
            in.compact();
        }

        private void answered(int reason) throws IOException {
            var now = System.nanoTime();
            var reading = sent.remove();
            inFlight--;
            unanswered--;
            answers++;
            if (reason >= FAILURE) {
                refused++;
            } else {
                kept++;
                note(now - reading.due());
                if (reading.isLookedFor()) {
                    stored.lookFor(new Row(number, reading.seq(), reading.due()));
                }
            }
            if (isClosedLoop) {
                publish(now, false);
            } else {
                sendSome();
            }
        }
    }

    private void note(long nanoseconds) {
        var at = answers - refused - 1;
        if (at == acknowledged.length) {
            acknowledged = Arrays.copyOf(acknowledged, 2 * at);
        }
        acknowledged[at] = nanoseconds;
    }
}
