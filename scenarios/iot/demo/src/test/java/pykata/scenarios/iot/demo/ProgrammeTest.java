package pykata.scenarios.iot.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pykata.scenarios.iot.wire.Options;
import pykata.scenarios.iot.wire.Ports;

/** The demonstration as people start it, with its options. */
class ProgrammeTest {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Pattern MAIN = Pattern.compile("pykata\\.scenarios\\.iot\\.(\\w+)\\.\\w+Main");
    private static final Path MOSQUITTO = Path.of("/usr/sbin/mosquitto");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--devices many                        | --devices takes a number, not 'many'",
                "--devices -1                          | --devices takes a number from 0 on",
                "--devices 1000001                     | --devices takes 1,000,000 at most",
                "--rate 0                              | --rate takes a finite number above 0",
                "--rate NaN                            | --rate takes a finite number above 0",
                "--rate Infinity                       | --rate takes a finite number above 0",
                "--keep-raw 0                          | --keep-raw takes hours, from 1 to 2,147,483,647",
                "--keep-raw 3000000000                 | --keep-raw takes hours, from 1 to 2,147,483,647",
                "--faults 2                            | --faults takes a share, from 0 to 1",
                "--kafka somewhere                     | --kafka takes HOST:PORT, not 'somewhere'",
                "--mqtt somewhere:65536                | --mqtt takes HOST:PORT, not 'somewhere:65536'",
                "--store mysql                         | --store takes jdbc:sqlite:FILE or jdbc:postgresql://..., not mysql",
                "--instance two                        | --kafka is missing",
                "--instance --kafka h:1                | --instance takes a name, such as two",
                "--instance two --kafka h:1 --mqtt h:2 | --mqtt is for a whole demonstration",
                "--tls --mqtt h:2                      | --tls is for the gateway's own broker"
            })
    void options_that_make_no_sense_are_refused_before_anything_starts(String words, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> programme(nowhere(), words.split(" ")).close())
                .withMessageStartingWith(message);
    }

    @Test
    void a_port_in_use_and_a_server_that_is_not_there_are_said() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = Integer.toString(taken.getLocalPort());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> programme(nowhere(), "--port", port))
                    .withMessageContaining("port " + port);
        }
        var nobody = "127.0.0.1:" + Ports.free();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> programme(nowhere(), "--kafka", nobody))
                .withMessageStartingWith("nobody answers at --kafka " + nobody);
    }

    @Test
    void how_to_start_a_second_machine_is_said_without_the_stores_password() {
        assertThat(Programme.second("h:1", "jdbc:sqlite:/s"))
                .containsExactly("  ./kata run iot -- --instance two --kafka h:1 --store 'jdbc:sqlite:/s'");
        assertThat(Programme.second("h:1", "jdbc:postgresql://h/d?user=u&password=p"))
                .hasSize(2)
                .first()
                .asString()
                .endsWith(" --store 'jdbc:postgresql://h/d'");
    }

    /** As with Ctrl-C while it ends by itself: were the second one not to wait, the JVM would halt and leave the rest. */
    @Test
    void whoever_ends_it_a_second_time_waits_for_the_first() throws Exception {
        var isEnding = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var said = Collections.synchronizedList(new ArrayList<String>());
        var slow = new PrintStream(PrintStream.nullOutputStream()) {
            @Override
            public void println(String line) {
                isEnding.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                said.add(line);
            }
        };
        var programme = programme(slow);
        var first = Thread.ofPlatform().start(programme::close);
        isEnding.await();

        var second = Thread.ofPlatform().start(programme::close);
        await(
                "the second one waits, or has returned",
                () -> Set.of(Thread.State.WAITING, Thread.State.TERMINATED).contains(second.getState()));
        assertThat(second.getState()).isEqualTo(Thread.State.WAITING);
        goOn.countDown();
        second.join(LIMIT);

        assertThat(said).last().asString().startsWith("All have ended");
        first.join(LIMIT);
    }

    /** What is in the process table, and who listens where: nothing but the parts that are always ours. */
    @Test
    @EnabledIfSystemProperty(named = "pykata.iot.system", matches = "true")
    @EnabledOnOs(value = OS.LINUX, disabledReason = "who listens where is read from /proc")
    void with_your_log_your_broker_and_your_store_nothing_is_started_that_is_yours(
            @TempDir(cleanup = CleanupMode.ALWAYS) Path folder) throws Exception {
        assumeTrue(Files.isExecutable(MOSQUITTO), "mosquitto is not installed");
        var store = folder.resolve("yours.sqlite");
        var kafkaPort = Ports.free();
        var kafka = "127.0.0.1:" + kafkaPort;
        var mqtt = Ports.free();
        var before = ours().keySet();
        try (var log = log(folder, kafka);
                var broker = mosquitto(folder, mqtt);
                var running = new Running(
                        "--kafka",
                        kafka,
                        "--mqtt",
                        "127.0.0.1:" + mqtt,
                        "--store",
                        "jdbc:sqlite:" + store,
                        "--devices",
                        "20",
                        "--rate",
                        "5")) {
            running.await("accepted [1-9]");
            var started = new TreeMap<>(ours());
            started.keySet().removeAll(before);
            started.remove(log.pid());

            assertThat(listening(log.pid()))
                    .as("the control: it is seen who listens")
                    .contains(kafkaPort);
            assertThat(started.values()).containsExactlyInAnyOrder("gateway", "processor", "sink", "api", "devices");
            for (var each : started.entrySet()) {
                var expected = Set.of("gateway", "api").contains(each.getValue()) ? 1 : 0;
                assertThat(listening(each.getKey())) // the gateway's numbers, and the API
                        .as(each.getValue())
                        .hasSize(expected)
                        .doesNotContain(mqtt, kafkaPort);
            }
            assertThat(store).exists();
            running.close();
            assertThat(ours().keySet()).containsExactlyInAnyOrderElementsOf(plus(before, log.pid()));
            assertThat(running.folder()).doesNotExist();
            assertThat(broker.process.isAlive()).isTrue();
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "pykata.iot.system", matches = "true")
    void a_further_instance_takes_partitions_over_and_nothing_is_judged_twice(
            @TempDir(cleanup = CleanupMode.ALWAYS) Path folder) throws Exception {
        var store = "jdbc:sqlite:" + folder.resolve("store.sqlite");
        var kafka = "127.0.0.1:" + Ports.free();
        try (var log = log(folder, kafka)) {
            try (var first =
                    new Running("--kafka", kafka, "--store", store, "--devices", "40", "--rate", "2", "--tls")) {
                first.await("accepted [1-9]");
                assertThat(first.partitions("processor")).isEqualTo("0 1 2 3");
                try (var second = new Running("--instance", "two", "--kafka", kafka, "--store", store)) {
                    second.await("processor +has now the partitions");
                    second.await("sink +has now the partitions");
                    await("each partition has one processor", () -> areShared(first, second, "processor"));
                    await("each partition has one sink", () -> areShared(first, second, "sink"));
                    var moved = second.accepted();
                    await("more is accepted", () -> second.accepted() > moved + 100);
                }
            }
            var books = new Books.OfLog(_ -> true);
            try (var all = new LogReader(kafka, Books.OfLog.TOPICS, books::add)) {
                all.readToEnd();
            }
            assertThat(books.accepted()).isNotEmpty();
            assertThat(books.accepted().values()).containsOnly(1);
            assertThat(log.isAlive()).isTrue();
        }
    }

    private static boolean areShared(Running first, Running second, String part) {
        var here = List.of(first.partitions(part).split(" "));
        var there = List.of(second.partitions(part).split(" "));
        var all = new TreeSet<>(here);
        all.addAll(there);
        return here.size() + there.size() == 4 && all.equals(new TreeSet<>(List.of("0", "1", "2", "3")));
    }

    private static Child log(Path folder, String kafka) throws InterruptedException {
        var log = Child.start(
                Part.LOG,
                folder,
                _ -> {},
                List.of("--directory", folder.resolve("log").toString(), "--port", kafka.split(":")[1]));
        log.awaitReady();
        return log;
    }

    private static Programme programme(PrintStream out, String... words) throws IOException {
        return new Programme(Options.of(words, Programme.OPTIONS), out);
    }

    private static <T> Set<T> plus(Set<T> set, T one) {
        return Stream.concat(set.stream(), Stream.of(one)).collect(Collectors.toSet());
    }

    /** Parts of the system that this process has started, by their numbers. */
    private static Map<Long, String> ours() {
        var found = new TreeMap<Long, String>();
        ProcessHandle.current().descendants().forEach(process -> {
            try {
                var command = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
                var main = MAIN.matcher(command);
                if (main.find()) {
                    found.put(process.pid(), main.group(1));
                }
            } catch (IOException e) {
                // It has just ended.
            }
        });
        return found;
    }

    /** The ports of TCP at which a process listens. */
    private static Set<Integer> listening(long process) throws IOException {
        var sockets = new HashSet<String>();
        try (var files = Files.list(Path.of("/proc", Long.toString(process), "fd"))) {
            for (var file : files.toList()) {
                try {
                    var target = Files.readSymbolicLink(file).toString();
                    if (target.startsWith("socket:[")) {
                        sockets.add(target.substring("socket:[".length(), target.length() - 1));
                    }
                } catch (IOException e) {
                    // It has just been closed.
                }
            }
        }
        var ports = new HashSet<Integer>();
        for (var table : List.of("tcp", "tcp6")) {
            for (var line : Files.readAllLines(Path.of("/proc", Long.toString(process), "net", table))) {
                var fields = line.strip().split("\\s+");
                var isListening = fields.length > 9 && fields[3].equals("0A");
                if (isListening && sockets.contains(fields[9])) {
                    ports.add(Integer.parseInt(fields[1].substring(fields[1].lastIndexOf(':') + 1), 16));
                }
            }
        }
        return ports;
    }

    private static Broker mosquitto(Path folder, int port) throws Exception {
        var configuration = folder.resolve("mosquitto.conf");
        Files.writeString(configuration, "listener %d 127.0.0.1%nallow_anonymous true%n".formatted(port));
        var broker = new Broker(new ProcessBuilder(MOSQUITTO.toString(), "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("mosquitto.out").toFile())
                .start());
        await("mosquitto listens", () -> {
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return true;
            } catch (IOException e) {
                return false;
            }
        });
        return broker;
    }

    private record Broker(Process process) implements AutoCloseable {

        @Override
        public void close() throws InterruptedException {
            process.destroy();
            process.waitFor();
        }
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        var limit = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("%s, within %s", what, LIMIT).isLessThan(limit);
            TimeUnit.MILLISECONDS.sleep(50); // between two looks; what is waited for is an event
        }
    }

    private static PrintStream nowhere() {
        return new PrintStream(PrintStream.nullOutputStream());
    }

    /** A demonstration that runs in a thread, and what it has printed. */
    private static final class Running implements AutoCloseable {

        private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
        private final AtomicReference<Throwable> failed = new AtomicReference<>();
        private final Programme programme;
        private final Thread thread;

        Running(String... words) throws IOException {
            programme = programme(new PrintStream(printed, true, StandardCharsets.UTF_8), words);
            thread = Thread.ofPlatform().start(() -> {
                try {
                    programme.run();
                } catch (InterruptedException | RuntimeException e) {
                    if (!programme.isClosed()) {
                        failed.set(e);
                    }
                }
            });
        }

        private String text() {
            return printed.toString(StandardCharsets.UTF_8);
        }

        private List<String> all(String pattern) {
            return new ArrayList<>(Pattern.compile(pattern)
                    .matcher(text())
                    .results()
                    .map(MatchResult::group)
                    .toList());
        }

        void await(String pattern) throws InterruptedException {
            ProgrammeTest.await(pattern, () -> {
                assertThat(failed.get()).as(text()).isNull();
                return !all(pattern).isEmpty();
            });
        }

        /** What a part has said last of its partitions, such as {@code 0 2}. */
        String partitions(String part) {
            var said = all(part + " +has now (no partition|the partitions [\\d ]*)");
            return said.isEmpty() ? "" : said.getLast().replaceAll("\\D+", " ").strip();
        }

        long accepted() {
            var said = all("accepted [\\d,]+");
            return said.isEmpty() ? 0 : Long.parseLong(said.getLast().replaceAll("\\D", ""));
        }

        Path folder() {
            return Path.of(Pattern.compile("Everything lies in (\\S+),")
                    .matcher(text())
                    .results()
                    .findFirst()
                    .orElseThrow()
                    .group(1));
        }

        @Override
        public void close() throws InterruptedException {
            programme.close();
            thread.join(LIMIT);
            assertThat(thread.isAlive()).isFalse();
            assertThat(failed.get()).as(text()).isNull();
        }
    }
}
