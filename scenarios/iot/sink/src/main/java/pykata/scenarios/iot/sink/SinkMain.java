package pykata.scenarios.iot.sink;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import pykata.scenarios.iot.wire.Options;
import pykata.scenarios.iot.wire.Served;
import pykata.scenarios.iot.wire.Topics;

/**
 * The sink as a process.
 *
 * <pre>
 * --kafka HOST:PORT
 * --store URL       jdbc:sqlite:FILE, or jdbc:postgresql://HOST/DATABASE?user=...
 * --instance NAME   of this process among the sinks; a restarted one takes its place at once
 * --batch FRAMES    20; so many records are one transaction
 * --keep-raw HOURS  raw readings are deleted when they are older; their minutes and hours stay. Without it all stay
 * </pre>
 */
public final class SinkMain {

    private static final String GROUP = "iot-sink";

    private SinkMain() {}

    public static void main(String[] arguments) throws Exception {
        Served.noLongerThanParent();
        var options = Options.of(arguments, "kafka", "store", "instance", "batch", "keep-raw");
        var url = options.required("store");
        Dialect.of(url);
        var config = new HashMap<String, Object>();
        config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, options.required("kafka"));
        config.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, options.number("batch", 20));
        options.text("instance").ifPresent(name -> config.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, name));
        var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        var sink = new Sink(
                consumer,
                () -> Store.open(url),
                System.err::println,
                SinkMain::say,
                Duration.ofMillis(100),
                options.has("keep-raw") ? Duration.ofHours(hours(options)) : null,
                InstantSource.system());
        var thread = Thread.ofPlatform().name("sink").uncaughtExceptionHandler((_, e) -> {
            e.printStackTrace();
            Runtime.getRuntime().halt(1); // whoever started it must see that nothing is written any more
        });
        var running = thread.start(sink);
        Served.untilTold("sink", () -> {
            sink.close();
            running.join();
        });
    }

    private static void say(Collection<TopicPartition> partitions) {
        System.out.println(Served.PARTITIONS
                + partitions.stream()
                        .filter(each -> each.topic().equals(Topics.ACCEPTED))
                        .map(each -> String.valueOf(each.partition()))
                        .sorted()
                        .collect(Collectors.joining(" ")));
        System.out.flush();
    }

    private static int hours(Options options) {
        var hours = options.number("keep-raw", 0);
        if (hours <= 0) {
            throw new IllegalArgumentException("--keep-raw takes hours, at least one, not " + hours);
        }
        return hours;
    }
}
