package pykata.scenarios.iot.devices;

import com.hivemq.client.mqtt.MqttClientExecutorConfig;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import pykata.scenarios.iot.wire.Tokens;

/** All devices: one thread thinks for them, two carry their connections. Public as {@link Connection} is. */
public class Fleet implements AutoCloseable {

    /** So many connect at the same time: a storm of connections is a fault of its own. */
    private static final int CONNECTING = 50;

    private final Settings settings;
    private final Ledger ledger;
    private final @Nullable Tokens tokens;
    private final Counts counts = new Counts();
    private final MqttClientExecutorConfig threads =
            MqttClientExecutorConfig.builder().nettyThreads(2).build();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("fleet").factory());
    private final Deque<Runnable> toConnect = new ArrayDeque<>();
    private final CountDownLatch unfinished;
    private int connecting;

    /**
     * @param key of the passwords; null where none is asked for
     * @param tls null for connections without
     * @param first the number of the first device
     * @param devices how many there are
     * @param readings publishes of each; 0 for no end
     * @param rate publishes of each in a second; 0 for as fast as they are acknowledged
     * @param atOnce publishes of each without an answer
     * @param faults share of publishes that are something else than good readings
     */
    record Settings(
            String host,
            int port,
            @Nullable String key,
            @Nullable MqttClientSslConfig tls,
            int first,
            int devices,
            int readings,
            double rate,
            int atOnce,
            double faults,
            boolean flaps,
            long seed) {

        Settings {
            if (atOnce < 1) {
                throw new IllegalArgumentException("--at-once takes a number from 1 on");
            }
        }
    }

    Fleet(Settings settings, Ledger ledger) {
        this.settings = settings;
        this.ledger = ledger;
        tokens = settings.key() == null ? null : new Tokens(settings.key());
        unfinished = new CountDownLatch(settings.devices());
    }

    void start() {
        for (var number = settings.first(); number < settings.first() + settings.devices(); number++) {
            var random = new Random(settings.seed() ^ (0x5EEDL << 32 | number));
            var device = new Device(number, this, new Plan(settings.seed(), number, settings.faults()), random);
            // Devices were not switched on in the same moment.
            after(settings.rate() > 0 ? random.nextLong(1 + pauseMs(random)) : 0, device::connect);
        }
    }

    Connection connection(int device, Consumer<Connection> lost) {
        var self = new Connection[1];
        self[0] = new Connection(
                device, settings.host(), settings.port(), settings.tls(), threads, () -> lost.accept(self[0]));
        return self[0];
    }

    void whenThereIsRoomToConnect(Runnable open) {
        toConnect.add(open);
        connectSome();
    }

    void connectEnded() {
        connecting--;
        connectSome();
    }

    private void connectSome() {
        while (connecting < CONNECTING && !toConnect.isEmpty()) {
            connecting++;
            toConnect.remove().run();
        }
    }

    /** On the fleet's thread; nothing any more once it is closed. */
    void run(Runnable action) {
        after(0, action);
    }

    void after(long ms, Runnable action) {
        try {
            thread.schedule(() -> guarded(action), ms, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            // The fleet has ended; what its connections still say interests nobody.
        }
    }

    /** A fault of the simulation must not look like a quiet device. */
    private static void guarded(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | Error e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(3);
        }
    }

    /** Calls it on the fleet's thread, again and again. */
    void every(long ms, Runnable action) {
        thread.scheduleAtFixedRate(() -> guarded(action), ms, ms, TimeUnit.MILLISECONDS);
    }

    long pauseMs(Random random) {
        return settings.rate() <= 0 ? 0 : Math.round(1_000 / settings.rate() * (0.5 + random.nextDouble()));
    }

    Counts counts() {
        return counts;
    }

    Ledger ledger() {
        return ledger;
    }

    @Nullable
    Tokens tokens() {
        return tokens;
    }

    int readings() {
        return settings.readings();
    }

    int atOnce() {
        return settings.atOnce();
    }

    boolean flaps() {
        return settings.flaps();
    }

    void finished() {
        unfinished.countDown();
    }

    void awaitAll() throws InterruptedException {
        unfinished.await();
    }

    @Override
    public void close() throws InterruptedException {
        thread.shutdownNow();
        thread.awaitTermination(5, TimeUnit.SECONDS);
    }
}
