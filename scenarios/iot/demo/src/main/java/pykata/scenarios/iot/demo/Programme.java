package pykata.scenarios.iot.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;
import pykata.scenarios.iot.devices.Progress;
import pykata.scenarios.iot.log.IotTopics;
import pykata.scenarios.iot.wire.Devices;
import pykata.scenarios.iot.wire.Options;
import pykata.scenarios.iot.wire.Ports;
import pykata.scenarios.iot.wire.Served;
import pykata.scenarios.iot.wire.TemporaryFolders;
import pykata.scenarios.iot.wire.Topics;

/** The demonstration: starts what is not there yet, shows what happens, and ends what it has started. */
public final class Programme implements AutoCloseable {

    public static final String[] OPTIONS = {
        "devices",
        "rate",
        "faults",
        "seed",
        "seconds",
        "port",
        "tls",
        "keep-raw",
        "kafka",
        "mqtt",
        "store",
        "instance",
        "compiler",
        "help"
    };

    /** What a further instance understands: it comes beside a demonstration that runs. */
    private static final Set<String> OF_INSTANCE =
            Set.of("instance", "kafka", "store", "seconds", "keep-raw", "compiler");

    private static final String KEY = "demonstration"; // of the devices' passwords: it guards nothing here
    private static final int SHOWN_EVERY_MS = 2_000;
    private static final int CONNECT_MS = 5_000;
    private static final List<String> NUMBERS = List.of("devices", "seed", "seconds", "port");

    private final Options options;
    private final PrintStream out;
    private final Path folder;
    private final Deque<Child> children = new ArrayDeque<>();
    private final Account account = new Account();
    private final AtomicReference<@Nullable Progress> progress = new AtomicReference<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final long started = System.nanoTime();
    private boolean isClosed;

    /**
     * @throws IllegalArgumentException if the options make no sense, or nobody is where they say
     */
    public Programme(Options options, PrintStream out) throws IOException {
        check(options);
        this.options = options;
        this.out = out;
        folder = Files.createTempDirectory("pykata-iot-");
    }

    private static void check(Options options) {
        for (var name : OPTIONS) {
            if (options.has("instance") && options.has(name) && !OF_INSTANCE.contains(name)) {
                throw new IllegalArgumentException(
                        "--%s is for a whole demonstration; --instance starts a processor beside one, and with --store a sink"
                                .formatted(name));
            }
        }
        if (options.has("instance")) {
            if (options.required("instance").isEmpty()) {
                throw new IllegalArgumentException("--instance takes a name, such as two");
            }
            options.required("kafka");
        }
        if (options.has("tls") && options.has("mqtt")) {
            throw new IllegalArgumentException("--tls is for the gateway's own broker, and --mqtt means yours");
        }
        for (var name : NUMBERS) {
            if (options.number(name, 1L) < 0) {
                throw new IllegalArgumentException("--%s takes a number from 0 on".formatted(name));
            }
        }
        if (options.number("devices", 0L) > Devices.LIMIT) {
            throw new IllegalArgumentException("--devices takes %,d at most".formatted(Devices.LIMIT));
        }
        var rate = options.number("rate", 1.0);
        if (!(rate > 0 && rate <= Double.MAX_VALUE)) { // so NaN is refused, too
            throw new IllegalArgumentException("--rate takes a finite number above 0");
        }
        var hours = options.number("keep-raw", 1L);
        if (hours < 1 || hours > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("--keep-raw takes hours, from 1 to %,d".formatted(Integer.MAX_VALUE));
        }
        var faults = options.number("faults", 0.0);
        if (!(faults >= 0 && faults <= 1)) {
            throw new IllegalArgumentException("--faults takes a share, from 0 to 1");
        }
        if (options.has("port")) {
            Ports.mustBeFree(options.number("port", 0));
        }
        var store = options.text("store").orElse("jdbc:sqlite:");
        if (!store.startsWith("jdbc:sqlite:") && !store.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("--store takes jdbc:sqlite:FILE or jdbc:postgresql://..., not " + store);
        }
        for (var name : List.of("kafka", "mqtt")) {
            if (options.has(name)) {
                checkServer(name, options.address(name));
            }
        }
    }

    /** Somebody listens there: what else he is, the parts find out. */
    private static void checkServer(String name, InetSocketAddress address) {
        var host = address.getHostString();
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, address.getPort()), CONNECT_MS);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "nobody answers at --%s %s:%d: %s".formatted(name, host, address.getPort(), e.getMessage()), e);
        }
    }

    /** Starts everything and shows the equation until it is told to end. */
    public void run() throws InterruptedException {
        say("Everything lies in %s, and goes with the end.", folder);
        if (options.has("instance")) {
            runBeside(options.required("kafka"));
            return;
        }
        var kafka = log();
        var gateway = gateway(kafka);
        var store = options.text("store").orElse("jdbc:sqlite:" + folder.resolve("store.sqlite"));
        processor(kafka);
        sink(kafka, store);
        api(kafka, store);
        try (var reader = new LogReader(kafka, Account.TOPICS, account::add)) {
            devices(gateway);
            say("");
            say("It runs. Ctrl-C ends it. For a second machine, in another terminal:");
            second(kafka, store).forEach(line -> say("%s", line));
            show(reader);
        }
    }

    /** How to start a second machine. The terminal is no place for the store's password: whoever has it can add it. */
    static List<String> second(String kafka, String store) {
        var shown = withoutSecrets(store);
        var command = "  ./kata run iot -- --instance two --kafka %s --store '%s'".formatted(kafka, shown);
        return shown.equals(store)
                ? List.of(command)
                : List.of(command, "What your --store says from its question mark on is left out here: add it.");
    }

    /** A second machine: partitions move to it, and back when it has ended. */
    private void runBeside(String kafka) throws InterruptedException {
        processor(kafka);
        var store = options.text("store");
        if (store.isPresent()) {
            sink(kafka, store.get());
        }
        try (var reader = new LogReader(kafka, Account.TOPICS, account::add)) {
            say("");
            say(
                    "It takes its share of the partitions when it has copies of their states: within about a minute. Ctrl-C ends it;");
            say("the others then take its partitions over after 45 seconds, when nobody expects it back any more.");
            show(reader);
        }
    }

    private String log() throws InterruptedException {
        if (options.has("kafka")) {
            var kafka = options.required("kafka");
            say("log        yours, at %s: making the topics that are missing there", kafka);
            try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka))) {
                IotTopics.create(admin, Topics.PARTITIONS, (short) -1);
            }
            return kafka;
        }
        var ready = start(
                Part.LOG,
                "Kafka, one node: formats a directory, elects itself, makes the topics",
                "--directory",
                folder.resolve("log").toString());
        return lastWord(ready);
    }

    private String gateway(String kafka) throws InterruptedException {
        if (options.has("mqtt")) {
            var mqtt = options.required("mqtt");
            start(
                    Part.GATEWAY,
                    "subscribes at your broker, %s; acknowledges what the log has".formatted(mqtt),
                    "--kafka",
                    kafka,
                    "--mqtt",
                    mqtt);
            return mqtt;
        }
        var arguments = new ArrayList<>(List.of(
                "--kafka",
                kafka,
                "--key",
                KEY,
                "--devices",
                options.text("devices").orElse("1000"),
                "--directory",
                folder.resolve("gateway").toString()));
        if (options.has("tls")) {
            arguments.add("--tls");
        }
        var ready = start(
                Part.GATEWAY,
                "an MQTT broker that acknowledges a reading when the log has it"
                        + (options.has("tls") ? "; makes a certificate and speaks TLS" : ""),
                arguments.toArray(String[]::new));
        return ready.split(" ")[1];
    }

    private void processor(String kafka) throws InterruptedException {
        options.text("compiler").ifPresent(folder -> System.setProperty(Part.COMPILER, folder));
        start(
                Part.PROCESSOR,
                "Kafka Streams: builds a Python for each thread, then joins; the longest step",
                named(
                        "--kafka",
                        kafka,
                        "--rules",
                        Part.rules().toString(),
                        "--state",
                        folder.resolve("state").toString()));
    }

    private void sink(String kafka, String store) throws InterruptedException {
        var arguments = new ArrayList<>(List.of(named("--kafka", kafka, "--store", store)));
        options.text("keep-raw").ifPresent(hours -> arguments.addAll(List.of("--keep-raw", hours)));
        start(Part.SINK, "writes what was accepted to " + withoutSecrets(store), arguments.toArray(String[]::new));
    }

    /** The arguments, and the instance's name if it has one. */
    private String[] named(String... arguments) {
        return Stream.concat(
                        Stream.of(arguments),
                        options.text("instance").stream().flatMap(name -> Stream.of("--instance", name)))
                .toArray(String[]::new);
    }

    /** What stands in the log, for the page: the other side of its equation is what the store knows. */
    private Path sentFile() {
        return folder.resolve("sent");
    }

    private void api(String kafka, String store) throws InterruptedException {
        var ready = start(
                Part.API,
                "a page for people",
                "--kafka",
                kafka,
                "--store",
                store,
                "--port",
                options.text("port").orElse("0"),
                "--sent",
                sentFile().toString());
        say("%-10s look at it: %s", "", lastWord(ready));
    }

    private void devices(String mqtt) throws InterruptedException {
        var devices = options.number("devices", 1_000);
        if (devices == 0) {
            return;
        }
        var arguments = new ArrayList<>(List.of(
                "--mqtt",
                mqtt,
                "--devices",
                Integer.toString(devices),
                "--rate",
                options.text("rate").orElse("0.25"),
                "--faults",
                options.text("faults").orElse("0.25"),
                "--seed",
                options.text("seed").orElse("1"),
                "--flapping"));
        if (!options.has("mqtt")) {
            arguments.addAll(List.of("--key", KEY));
        }
        if (options.has("tls")) {
            var certificate = folder.resolve("gateway").resolve("gateway.pem");
            arguments.addAll(List.of("--trust", certificate.toString()));
        }
        start(
                Part.DEVICES,
                "%,d real connections; a quarter of what they send is late, twice, out of order, or wrong"
                        .formatted(devices),
                arguments.toArray(String[]::new));
    }

    private String start(Part part, String what, String... arguments) throws InterruptedException {
        var begin = System.nanoTime();
        say("%-10s %s ...", part.word(), what);
        Child child;
        synchronized (this) {
            if (isClosed) {
                throw new InterruptedException();
            }
            child = Child.start(part, folder, line -> listen(part, line), List.of(arguments));
            children.push(child);
        }
        var ready = child.awaitReady();
        say(
                "%-10s ready after %.1f s, process %d%s",
                "",
                (System.nanoTime() - begin) / 1e9,
                child.pid(),
                child.memory().isPresent() ? ", %d MB".formatted(child.memory().getAsLong() / 1_024) : "");
        return ready;
    }

    private void listen(Part part, String line) {
        if (line.startsWith(Served.PARTITIONS)) {
            var partitions = line.substring(Served.PARTITIONS.length());
            say(
                    "%-10s has now %s",
                    part.word(), partitions.isEmpty() ? "no partition" : "the partitions " + partitions);
        }
        if (line.startsWith(Progress.PROGRESS)) {
            progress.set(Progress.fromJson(line.substring(Progress.PROGRESS.length())));
        }
    }

    private void show(LogReader reader) throws InterruptedException {
        var seconds = options.number("seconds", Long.MAX_VALUE);
        var shown = System.nanoTime();
        while (end.getCount() > 0
                && System.nanoTime() - started < TimeUnit.SECONDS.toNanos(Math.min(seconds, 1L << 30))) {
            reader.poll(Duration.ofMillis(200));
            if (System.nanoTime() - shown > TimeUnit.MILLISECONDS.toNanos(SHOWN_EVERY_MS)) {
                shown = System.nanoTime();
                show();
            }
            checkAlive();
        }
    }

    private void show() {
        if (!options.has("instance")) {
            writeSent();
        }
        var told = progress.get();
        var way = told == null
                ? ""
                : "  (%,d connected; refused and sent again: %,d)".formatted(told.connected(), told.refused());
        say("%4d s  %s%s", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started), account.balance(), way);
    }

    private void writeSent() {
        try {
            Files.writeString(sentFile(), Long.toString(account.balance().sent()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A part that has ended by itself is a fault, and is said at once. */
    private synchronized void checkAlive() {
        for (var child : children) {
            if (!child.isAlive() && !isClosed) {
                throw new IllegalStateException("the %s has ended by itself, and said:%n%s"
                        .formatted(child.part().word(), child.lastErrors()));
            }
        }
    }

    private static String lastWord(String line) {
        return line.substring(line.lastIndexOf(' ') + 1);
    }

    private static String withoutSecrets(String url) {
        return url.replaceFirst("\\?.*", "");
    }

    /** Whether it was told to end; what its parts say after that is no fault. */
    public synchronized boolean isClosed() {
        return isClosed;
    }

    private void say(String format, Object... values) {
        out.println(format.formatted(values));
        out.flush();
    }

    /**
     * Ends what was started, the last first: devices, then what they send to, and the log at the end. Whoever calls it while
     * another does waits for him: after the last shutdown hook the JVM halts, whatever another thread is about.
     */
    @Override
    public void close() {
        end.countDown();
        boolean isFirst;
        synchronized (this) {
            isFirst = !isClosed;
            isClosed = true;
        }
        if (isFirst) {
            try {
                endAll();
            } finally {
                closed.countDown();
            }
        } else {
            awaitClosed();
        }
    }

    private void endAll() {
        say("");
        say("Ending %d processes; that takes a few seconds ...", children.size());
        for (var child : children) {
            child.close();
        }
        TemporaryFolders.remove(folder);
        say("All have ended, and %s is gone.", folder);
    }

    private void awaitClosed() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
