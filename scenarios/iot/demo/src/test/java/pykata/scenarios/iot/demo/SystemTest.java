package pykata.scenarios.iot.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import pykata.scenarios.iot.demo.Account.Balance;
import pykata.scenarios.iot.devices.Progress;
import pykata.scenarios.iot.wire.Ports;

/**
 * The whole system, in its processes, killed as {@code kill -9} kills. Minutes: {@code -Dpykata.iot.system=true}.
 *
 * <p>The processes are started once. Each test has devices of its own numbers, and waits for what must happen; when it happens
 * depends on the machine.
 */
@EnabledIfSystemProperty(named = "pykata.iot.system", matches = "true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SystemTest {

    private static final String KEY = "tested";
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int ROOM = 64;
    private static final int RANGE = 10_000; // each test's devices begin at a multiple

    private final Map<Part, Child> children = new EnumMap<>(Part.class);
    private final Account account = new Account();
    private final List<String> measured = new ArrayList<>();
    private Path folder;
    private String kafka = "";
    private String mqtt = "";
    private String stats = "";
    private int kafkaPort;
    private int mqttPort;
    private LogReader reader;
    private long testBegan;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ALWAYS) Path temporary) throws Exception {
        folder = temporary;
        kafkaPort = Ports.free();
        mqttPort = Ports.free();
        kafka = "127.0.0.1:" + kafkaPort;
        start(Part.LOG);
        start(Part.GATEWAY);
        start(Part.PROCESSOR);
        start(Part.SINK);
        reader = new LogReader(kafka, Account.TOPICS, account::add);
    }

    @AfterAll
    void end() throws Exception {
        children.values()
                .forEach(child -> measured.add("memory of %s: %d MB"
                        .formatted(child.part().word(), child.memory().orElse(0) / 1_024)));
        if (reader != null) {
            reader.close();
        }
        for (var part :
                Arrays.stream(Part.values()).sorted(Comparator.reverseOrder()).toList()) {
            if (children.containsKey(part)) {
                children.get(part).close();
            }
        }
        measured.forEach(System.out::println);
    }

    @BeforeEach
    void begin() {
        testBegan = System.nanoTime();
    }

    @AfterEach
    void measure(TestInfo test) {
        measured.add("since the start: " + account.balance());
        measured.add("%s: %.1f s".formatted(test.getDisplayName(), (System.nanoTime() - testBegan) / 1e9));
    }

    /** Nothing is sent twice here, so each kind is exact to the last publish. */
    @Test
    @Order(1)
    void each_kind_is_exact_after_two_kills_of_the_processor_with_its_state_wiped_and_one_of_the_sink()
            throws Exception {
        var fleet = new Fleet(1, 60, 100, "--rate", "6");
        var before = drained();

        fleet.begin();
        fleet.awaitAcknowledged(0.2);
        killAndWipe();
        fleet.awaitAcknowledged(0.4);
        kill(Part.SINK);
        start(Part.PROCESSOR);
        start(Part.SINK);
        fleet.awaitAcknowledged(0.7);
        killAndWipe();
        start(Part.PROCESSOR);
        var summary = fleet.awaitEnd();
        var balance = drained().since(before);

        var devices = fleet.books();
        var log = fleet.log();
        assertThat(summary.attempts()).as("nothing was sent twice").isEqualTo(summary.total());
        assertThat(summary.total()).isEqualTo(6_000);
        assertThat(balance.sent()).isEqualTo(6_000);
        assertThat(balance.onItsWay()).isZero();
        assertThat(log.accepted()).isEqualTo(devices.accepted());
        assertThat(log.dead()).isEqualTo(devices.dead());
        assertThat(log.again()).isZero();
        assertThat(balance.accepted()).isEqualTo(total(devices.accepted()));
        assertThat(balance.deadLettered()).isEqualTo(total(devices.dead()));
        assertThat(balance.duplicates()).isEqualTo(devices.duplicates());
        awaitStore(fleet, devices.accepted());
    }

    /** A device that was not answered sends again, and cannot know whether it was heard: only then there are more duplicates. */
    @Test
    @Order(2)
    void each_publish_has_its_fate_after_kills_of_gateway_and_log_and_with_flapping_devices() throws Exception {
        var fleet = new Fleet(2, 60, 100, "--rate", "6", "--flapping");
        var before = drained();

        fleet.begin();
        fleet.awaitAcknowledged(0.2);
        kill(Part.GATEWAY);
        start(Part.GATEWAY);
        fleet.awaitAcknowledged(0.5);
        kill(Part.LOG);
        start(Part.LOG);
        var summary = fleet.awaitEnd();
        var balance = drained().since(before);

        var devices = fleet.books();
        var log = fleet.log();
        assertThat(summary.total()).isEqualTo(6_000);
        assertThat(balance.onItsWay()).isZero();
        assertThat(log.accepted()).isEqualTo(devices.accepted());
        assertThat(log.dead().keySet()).isEqualTo(devices.dead().keySet());
        assertThat(balance.accepted()).isEqualTo(total(devices.accepted()));
        assertThat(balance.sent()).isBetween(summary.total(), summary.attempts());
        assertThat(balance.duplicates()).isGreaterThanOrEqualTo(devices.duplicates());
        awaitStore(fleet, devices.accepted());
    }

    @Test
    @Order(3)
    void nothing_is_acknowledged_while_the_log_is_down_and_all_of_it_afterwards() throws Exception {
        var fleet = new Fleet(3, 50, 4, "--rate", "0", "--faults", "0");
        var before = drained();

        kill(Part.LOG);
        fleet.begin();
        await("many are held", () -> stats().get("inside").asLong() >= 25);
        await("some of it is given up", () -> fleet.progress().refused() > 0);
        assertThat(fleet.progress().total()).isZero();

        start(Part.LOG);
        var summary = fleet.awaitEnd();
        var balance = drained().since(before);

        assertThat(summary.total()).isEqualTo(200);
        assertThat(balance.accepted()).isEqualTo(200);
        assertThat(fleet.log().accepted()).isEqualTo(fleet.books().accepted());
    }

    @Test
    @Order(4)
    void what_does_not_fit_is_refused_and_comes_again() throws Exception {
        var fleet = new Fleet(4, 10 * ROOM, 10, "--rate", "0", "--faults", "0");
        var before = drained();
        var refusedBefore = stats().get("refused").asLong();

        fleet.begin();
        var summary = fleet.awaitEnd();
        var balance = drained().since(before);

        assertThat(stats().get("mostInside").asLong()).isLessThanOrEqualTo(ROOM);
        assertThat(stats().get("refused").asLong()).isGreaterThan(refusedBefore);
        assertThat(summary.refused()).isPositive();
        assertThat(summary.total()).isEqualTo(100 * ROOM);
        assertThat(fleet.log().accepted()).isEqualTo(fleet.books().accepted());
        assertThat(balance.accepted()).isEqualTo(100 * ROOM);
        assertThat(balance.onItsWay()).isZero();
    }

    /** Half of all that is sent comes from one device, as fast as it is answered. */
    @Test
    @Order(5)
    void a_hot_device_is_refused_above_its_quota_the_others_pass_and_the_ledgers_balance() throws Exception {
        children.get(Part.GATEWAY).close();
        start(Part.GATEWAY, "--quota", "10");
        var hot = new Fleet(6, 1, 200, "--rate", "0", "--faults", "0");
        var others = new Fleet(7, 50, 4, "--rate", "2", "--faults", "0");
        var before = drained();

        hot.begin();
        others.begin();
        var ofOthers = others.awaitEnd();
        var ofHot = hot.awaitEnd();
        var balance = drained().since(before);

        assertThat(ofOthers.refused()).isZero();
        assertThat(ofOthers.total()).isEqualTo(200);
        assertThat(ofHot.refused()).isPositive();
        assertThat(ofHot.total()).isEqualTo(200);
        assertThat(stats().get("overQuota").asLong()).isEqualTo(ofHot.refused());
        assertThat(balance.sent()).isEqualTo(400);
        assertThat(balance.accepted()).isEqualTo(400);
        assertThat(hot.log().accepted()).isEqualTo(hot.books().accepted());
        assertThat(others.log().accepted()).isEqualTo(others.books().accepted());
        children.get(Part.GATEWAY).close();
        start(Part.GATEWAY); // as it was
    }

    /** The control: the same kill, where output, state and position are not committed together. It must come last. */
    @Test
    @Order(6)
    void at_least_once_judges_twice_and_calls_genuine_readings_duplicates() throws Exception {
        var fleet = new Fleet(5, 60, 40, "--rate", "0", "--faults", "0");
        var before = drained();
        children.get(Part.PROCESSOR).close();
        start(Part.PROCESSOR, "--guarantee", "at_least_once", "--commit", "600000");

        fleet.begin();
        fleet.awaitEnd();
        await(
                "it is judged, and its position is not committed",
                () -> balance().since(before).onItsWay() == 0);
        killAndWipe();
        start(Part.PROCESSOR, "--guarantee", "at_least_once", "--commit", "600000");
        await("it is judged again", () -> balance().since(before).onItsWay() < 0);
        await("all of it", () -> balance().since(before).onItsWay() <= -2_400);

        var balance = balance().since(before);
        assertThat(balance.sent()).isEqualTo(2_400);
        assertThat(fleet.books().duplicates()).isZero();
        assertThat(balance.duplicates())
                .as("genuine readings, called duplicates")
                .isPositive();
    }

    private void killAndWipe() throws InterruptedException, IOException {
        kill(Part.PROCESSOR);
        var state = folder.resolve("state");
        if (Files.exists(state)) {
            try (var files = Files.walk(state)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void kill(Part part) throws InterruptedException {
        children.get(part).kill();
    }

    private void start(Part part, String... more) throws InterruptedException {
        var begin = System.nanoTime();
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
                                "--key",
                                KEY,
                                "--linger",
                                "20",
                                "--readings",
                                "" + ROOM,
                                "--patience",
                                "8000");
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
                    case SINK ->
                        List.of(
                                "--kafka",
                                kafka,
                                "--store",
                                "jdbc:sqlite:" + path("store.sqlite"),
                                "--instance",
                                "tested");
                    default -> throw new IllegalArgumentException(part.word());
                });
        arguments.addAll(List.of(more));
        var child = Child.start(part, folder, _ -> {}, arguments);
        children.put(part, child);
        var ready = child.awaitReady();
        measured.add("start of %s: %.1f s, %d MB"
                .formatted(
                        part.word(),
                        (System.nanoTime() - begin) / 1e9,
                        child.memory().orElse(0) / 1_024));
        if (part == Part.GATEWAY) {
            var words = ready.split(" ");
            mqtt = words[1];
            stats = words[3];
        }
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private JsonNode stats() throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://" + stats + "/stats"))
                    .build();
            return new JsonMapper()
                    .readTree(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .body());
        }
    }

    private Balance balance() {
        reader.poll(Duration.ofMillis(200));
        return account.balance();
    }

    /** When all that stands in the log has been judged. */
    private Balance drained() throws Exception {
        // What is there now must have been read before "nothing is on its way" means anything.
        reader.readToEnd();
        await("all is judged", () -> balance().onItsWay() == 0);
        return account.balance();
    }

    private void awaitStore(Fleet fleet, Map<String, Integer> accepted) throws Exception {
        await("the store has as many", () -> fleet.stored().size() >= accepted.size());
        assertThat(fleet.stored()).isEqualTo(accepted);
    }

    private static long total(Map<String, Integer> counts) {
        return counts.values().stream().mapToLong(Integer::longValue).sum();
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(String what, Condition condition) throws Exception {
        var limit = System.nanoTime() + LIMIT.toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("%s, within %s", what, LIMIT).isLessThan(limit);
            TimeUnit.MILLISECONDS.sleep(50); // between two looks; what is waited for is an event
        }
    }

    /** The devices of one test. */
    private final class Fleet {

        private final int first;
        private final int devices;
        private final int readings;
        private final Path ledger;
        private final List<String> arguments;
        private final BlockingQueue<String> summary = new LinkedBlockingQueue<>();
        private volatile Progress progress = new Progress(0, 0, 0, 0, 0, 0, 0, 0, Map.of(), 0);
        private Child child;

        Fleet(int test, int devices, int readings, String... more) {
            this.devices = devices;
            this.readings = readings;
            first = test * RANGE;
            ledger = folder.resolve("devices-%d.csv".formatted(test));
            arguments = new ArrayList<>(List.of(
                    "--mqtt",
                    mqtt,
                    "--key",
                    KEY,
                    "--first",
                    "" + first,
                    "--devices",
                    "" + devices,
                    "--readings-per-device",
                    "" + readings,
                    "--seed",
                    "" + test,
                    "--ledger",
                    ledger.toString()));
            arguments.addAll(List.of(more));
        }

        void begin() {
            child = Child.start(Part.DEVICES, folder, this::listen, arguments);
            children.put(Part.DEVICES, child);
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

        void awaitAcknowledged(double share) throws Exception {
            await(
                    "%.0f %% are acknowledged".formatted(100 * share),
                    () -> progress.total() >= share * devices * readings);
        }

        Progress awaitEnd() throws Exception {
            var last = summary.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
            assertThat(last)
                    .as("the devices end within %s; last seen: %s", LIMIT, progress)
                    .isNotNull();
            child.awaitEnd(60);
            var told = Progress.fromJson(last);
            measured.add("devices: " + last);
            return told;
        }

        Books books() throws IOException {
            return Books.ofDevices(ledger);
        }

        Books.OfLog log() {
            var books = new Books.OfLog(device -> device >= first && device < first + devices);
            try (var all = new LogReader(kafka, Books.OfLog.TOPICS, books::add)) {
                all.readToEnd();
            }
            return books;
        }

        Map<String, Integer> stored() throws Exception {
            return Books.ofStore(folder.resolve("store.sqlite"), first, devices);
        }
    }
}
