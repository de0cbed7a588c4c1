package pykata.scenarios.iot.processor;

import static org.apache.kafka.streams.StreamsConfig.consumerPrefix;
import static org.apache.kafka.streams.StreamsConfig.producerPrefix;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.processor.WallclockTimestampExtractor;
import pykata.scenarios.iot.wire.Options;
import pykata.scenarios.iot.wire.RuleText;
import pykata.scenarios.iot.wire.Served;
import pykata.scenarios.iot.wire.Topics;

/**
 * The processor as a process.
 *
 * <pre>
 * --kafka HOST:PORT
 * --rules FOLDER        that holds rules/frame.py; version 1, which newer ones in the topic go before
 * --state FOLDER        for Kafka Streams' own files; the devices' states are in memory and in the log
 * --threads N           1; each has a context of Python and its share of the partitions
 * --guarantee WORD      exactly_once_v2, or at_least_once
 * --instance NAME       of this process among the processors; a restarted one takes its place at once
 * --standbys N          0; how many others hold a copy of each state
 * --commit MS           100
 * --limit MS            5000; rules that compute longer at a frame, also at the one on which they are tried, do not end
 * --transaction MS      60000; after that the broker gives up a transaction whose processor is gone
 * --session MS          45000; after that its partitions go to another processor
 * </pre>
 */
public final class ProcessorMain {

    private static final int ONE = 1; // version of the rules that it comes with

    /** Frames of 500 readings: 1.4 MB for each partition. */
    private static final int BUFFERED = 100;

    private static final long PROBING_MS = 60_000; // no less is allowed

    private ProcessorMain() {}

    public static void main(String[] arguments) throws Exception {
        Served.noLongerThanParent();
        var options = Options.of(
                arguments,
                "kafka",
                "rules",
                "state",
                "threads",
                "guarantee",
                "instance",
                "standbys",
                "commit",
                "limit",
                "transaction",
                "session");
        var threads = options.number("threads", 1);
        var topic = RuleTopic.of(options.required("kafka"));
        var shipped = RuleText.of(ONE, Path.of(options.required("rules")));
        var limits = RulePool.Limits.DEFAULT.withFrame(Duration.ofMillis(options.number("limit", 5_000L)));
        var feed = RuleFeed.of(topic, shipped, threads, limits);
        var streams = streams(options, threads, feed.pool());
        var running = new CountDownLatch(1);
        streams.setStateListener((now, _) -> {
            if (now == State.RUNNING) {
                running.countDown();
                System.out.println(Served.PARTITIONS + partitions(streams));
                System.out.flush();
            } else if (now == State.ERROR) {
                Thread.ofPlatform().start(() -> System.exit(1)); // exiting waits for this very thread
            }
        });
        streams.setUncaughtExceptionHandler(e -> {
            e.printStackTrace();
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        streams.start();
        running.await();
        Served.untilTold(
                "processor, rules %d, %s"
                        .formatted(feed.pool().version(), feed.pool().isCompiling() ? "compiled" : "interpreted"),
                () -> {
                    streams.close();
                    feed.close();
                });
    }

    /** Those that this processor judges, such as {@code 0 2}; they change when another one comes or goes. */
    private static String partitions(KafkaStreams streams) {
        return streams.metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .flatMap(task -> task.topicPartitions().stream())
                .map(TopicPartition::partition)
                .distinct()
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    /**
     * A processor that cannot write its results, dead letters included, ends: it must not go on to the next frame, and to
     * stop is better than to drop.
     */
    private static KafkaStreams streams(Options options, int threads, Rules rules) {
        var config = new Properties();
        config.putAll(Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG, Topics.PROCESSORS,
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, options.required("kafka"),
                StreamsConfig.STATE_DIR_CONFIG, options.required("state"),
                StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads,
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                        options.text("guarantee").orElse(StreamsConfig.EXACTLY_ONCE_V2),
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, options.number("commit", 100L),
                StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, options.number("standbys", 0),
                // The rules have the frame's own clock; a record's time decides nothing, and must stop nothing.
                StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, WallclockTimestampExtractor.class,
                StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, BUFFERED));
        // A new processor first gets copies of states; when they are complete, their partitions move. How often that is
        // looked at: the default is ten minutes.
        config.put(StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG, PROBING_MS);
        config.put(consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), BUFFERED);
        config.put(consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        config.put(producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), options.number("transaction", 60_000));
        config.put(consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), options.number("session", 45_000));
        options.text("instance")
                .ifPresent(name -> config.put(consumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), name));
        var name = options.text("instance").orElseGet(() -> UUID.randomUUID().toString());
        var clients = new StableClients(Topics.PROCESSORS + "-" + name);
        return new KafkaStreams(FrameTopology.of(rules), new StreamsConfig(config), clients);
    }
}
