package pykata.scenarios.iot;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import pykata.python.Folders;
import pykata.python.GraalPy;
import pykata.scenarios.iot.demo.Account;
import pykata.scenarios.iot.demo.Child;
import pykata.scenarios.iot.demo.LogReader;
import pykata.scenarios.iot.demo.Part;
import pykata.scenarios.iot.devices.Kind;
import pykata.scenarios.iot.devices.Progress;
import pykata.scenarios.iot.wire.BadFrame;
import pykata.scenarios.iot.wire.DeadLetter;
import pykata.scenarios.iot.wire.Event;
import pykata.scenarios.iot.wire.Frame;
import pykata.scenarios.iot.wire.LedgerEntry;
import pykata.scenarios.iot.wire.Ports;
import pykata.scenarios.iot.wire.Reading;
import pykata.scenarios.iot.wire.RuleReport;
import pykata.scenarios.iot.wire.RuleText;
import pykata.scenarios.iot.wire.Topics;

/** The parts of the system, each in a process of its own that can be killed, on a folder that is removed at the end. */
final class RunningSystem implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(2); // a claim has three
    private static final int BETWEEN_LOOKS_MS = 50; // some look at a whole topic

    /** The worker lives for seconds here: it starts as a test does, and a second compiler would come too late. */
    private static final List<String> BRIEF = Stream.concat(
                    Stream.of("-XX:TieredStopAtLevel=1"), GraalPy.flagsOfQuickStart().stream())
            .toList();

    private final Path folder;
    private final Map<Part, Child> children = new EnumMap<>(Part.class);
    private final List<Child> fleets = new ArrayList<>();
    private final int kafkaPort = Ports.free();
    private final int mqttPort = Ports.free();
    private final String kafka = "127.0.0.1:" + kafkaPort;
    private String mqtt = "";
    private String stats = "";

    RunningSystem() throws IOException {
        folder = Files.createTempDirectory("pykata-iot");
    }

    void start(Part part, String... more) throws InterruptedException {
        begin(part, more);
        awaitReady(part);
    }

    /** Starts it, and does not wait until it serves. */
    void begin(Part part, String... more) {
        var arguments = new ArrayList<>(
                switch (part) {
                    case LOG -> List.of("--directory", path("log"), "--port", "" + kafkaPort);
                    case GATEWAY ->
                        List.of(
                                "--kafka",
                                kafka,
                                "--port",
                                "" + mqttPort,
                                "--directory",
                                path("gateway"),
                                "--linger",
                                "20");
                    case PROCESSOR ->
                        List.of(
                                "--kafka",
                                kafka,
                                "--rules",
                                Part.rules().toString(),
                                "--state",
                                path("state"),
                                "--instance",
                                "tested");
                    default -> throw new IllegalArgumentException(part.word());
                });
        arguments.addAll(List.of(more));
        children.put(part, Child.start(part, part == Part.PROCESSOR ? BRIEF : List.of(), folder, _ -> {}, arguments));
    }

    void awaitReady(Part part) throws InterruptedException {
        var ready = children.get(part).awaitReady().split(" ");
        if (part == Part.GATEWAY) {
            mqtt = ready[1];
            stats = ready[3];
        }
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    /** As {@code kill -9} does. */
    void kill(Part part) throws InterruptedException {
        children.get(part).kill();
    }

    /** Kills the worker when it has committed something, and then written something more. */
    LedgerTail killHalfWay() throws Exception {
        var tail = new LedgerTail(kafka);
        await("something is committed", tail::hasCommitted);
        await("something is written, and not its position", () -> tail.halfDone() > 0);
        kill(Part.PROCESSOR);
        return tail;
    }

    /** The ledger from now on. */
    LedgerTail ledgerTail() throws Exception {
        return new LedgerTail(kafka);
    }

    /** One of the numbers that the gateway keeps of itself. */
    long stat(String name) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://%s/stats".formatted(stats)))
                    .build();
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new JsonMapper().readTree(answer.body()).required(name).asLong();
        }
    }

    /** Writes versions of the rules into the log, as an operator does, and waits for what the worker says to each. */
    List<String> answers(List<RuleText> versions) throws InterruptedException {
        var config = Map.<String, Object>of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka);
        try (var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (var version : versions) {
                var key = version.key().getBytes(StandardCharsets.US_ASCII);
                producer.send(new ProducerRecord<>(Topics.RULES, key, version.toJson()));
            }
        }
        var wanted = versions.stream().map(RuleText::version).toList();
        var answers = new ArrayList<String>();
        try (var reader = new LogReader(kafka, List.of(Topics.RULE_REPORTS), record -> {
            var report = RuleReport.fromJson(record.value());
            if (wanted.contains(report.version())) {
                answers.add(report.isUsed() ? "used" : report.reason());
            }
        })) {
            await("the worker has said something to each", () -> {
                reader.poll(Duration.ofMillis(200));
                return answers.size() >= wanted.size();
            });
        }
        return answers;
    }

    /** The versions of the rules by which frames have been judged. */
    Set<Integer> versionsAtWork() {
        var versions = new TreeSet<Integer>();
        try (var reader = new LogReader(
                kafka,
                List.of(Topics.LEDGER),
                record -> versions.add(LedgerEntry.fromJson(record.value()).rule()))) {
            reader.readToEnd();
        }
        return versions;
    }

    /** The devices that have such an alert, or had one. */
    Set<Integer> devicesWith(Predicate<Event.Opened> alert) {
        var devices = new TreeSet<Integer>();
        try (var reader = new LogReader(kafka, List.of(Topics.EVENTS), record -> {
            for (var event : Event.fromJson(record.value())) {
                if (event instanceof Event.Opened opened && alert.test(opened)) {
                    devices.add(opened.device());
                }
            }
        })) {
            reader.readToEnd();
        }
        return devices;
    }

    /** How many dead letters lie in the log, by the kind of publish that they come from. */
    Map<String, Long> letters() {
        var letters = new TreeMap<String, Long>();
        try (var reader = new LogReader(kafka, List.of(Topics.DEAD_LETTERS), record -> {
            var letter = DeadLetter.fromJson(record.value());
            var kind =
                    letter.isOfGateway() ? Kind.CORRUPT.word() : letter.reason().word();
            letters.merge(kind, 1L, Long::sum);
        })) {
            reader.readToEnd();
        }
        return letters;
    }

    /** The different readings in a topic of frames, as {@code device/number}, of devices from a number on. */
    Set<String> readings(String topic, int first) {
        var found = new HashSet<String>();
        read(List.of(topic), frame -> {
            for (var reading : frame) {
                if (reading.device() >= first) {
                    found.add(reading.device() + "/" + reading.seq());
                }
            }
        });
        return found;
    }

    long count(String topic) {
        var count = new long[1];
        read(List.of(topic), frame -> count[0] += frame.size());
        return count[0];
    }

    private void read(List<String> topics, java.util.function.Consumer<List<Reading>> frames) {
        try (var reader = new LogReader(kafka, topics, record -> frames.accept(decoded(record.value())))) {
            reader.readToEnd();
        }
    }

    private static List<Reading> decoded(byte[] record) {
        try {
            return Frame.decode(record).readings();
        } catch (BadFrame e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    /** The equation, when the condition holds for it. */
    Account.Balance balanceWhen(String what, Predicate<Account.Balance> condition) throws InterruptedException {
        var account = new Account();
        try (var reader = new LogReader(kafka, Account.TOPICS, account::add)) {
            reader.readToEnd();
            await(what, () -> {
                reader.poll(Duration.ofMillis(200));
                return condition.test(account.balance());
            });
            return account.balance();
        }
    }

    /** @throws AssertionError if it does not hold within minutes */
    static void await(String what, Waiting.Condition condition) throws InterruptedException {
        Waiting.until(what, LIMIT, BETWEEN_LOOKS_MS, condition);
    }

    /** Devices that begin to send. */
    Fleet devices(int first, int devices, int readings, String... more) {
        return new Fleet(first, devices, readings, more);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        for (var fleet : fleets) {
            fleet.kill();
        }
        for (var child : children.values()) { // nobody needs what they would put in order: their folder goes, too
            child.kill();
        }
        Folders.delete(folder);
    }

    /** Some devices, and what they say of themselves. */
    final class Fleet {

        private final Child child;
        private final int publishes;
        private final BlockingQueue<String> summary = new LinkedBlockingQueue<>();
        private volatile Progress progress = new Progress(0, 0, 0, 0, 0, 0, 0, 0, Map.of(), 0);

        private Fleet(int first, int devices, int readings, String... more) {
            publishes = devices * readings;
            var arguments = new ArrayList<>(List.of(
                    "--mqtt",
                    mqtt,
                    "--first",
                    "" + first,
                    "--devices",
                    "" + devices,
                    "--readings-per-device",
                    "" + readings,
                    "--seed",
                    "" + first,
                    "--ledger",
                    path("devices-%d.csv".formatted(first))));
            arguments.addAll(List.of(more));
            child = Child.start(Part.DEVICES, folder, this::listen, arguments);
            fleets.add(child);
        }

        private void listen(String line) {
            if (line.startsWith(Progress.PROGRESS)) {
                progress = Progress.fromJson(line.substring(Progress.PROGRESS.length()));
            } else if (line.startsWith(Progress.SUMMARY)) {
                summary.add(line.substring(Progress.SUMMARY.length()));
            }
        }

        Progress progress() {
            return progress;
        }

        void awaitAcknowledged(double share) throws InterruptedException {
            await("acknowledged: " + share, () -> progress.total() >= share * publishes);
        }

        Progress awaitEnd() throws InterruptedException {
            var last = summary.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
            if (last == null) {
                throw new AssertionError(
                        "the devices have not come to an end within %s: %s".formatted(LIMIT, progress));
            }
            child.awaitEnd(60);
            return Progress.fromJson(last);
        }
    }
}
