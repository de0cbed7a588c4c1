package pykata.scenarios.iot.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import pykata.scenarios.iot.log.EmbeddedKafka;
import pykata.scenarios.iot.sink.Batch;
import pykata.scenarios.iot.sink.Store;
import pykata.scenarios.iot.wire.Ports;
import pykata.scenarios.iot.wire.Topics;

@Timeout(600)
@EnabledIfSystemProperty(named = "pykata.iot.system", matches = "true")
class LagTest {

    @Test
    void what_waits_is_told_of_the_processor_and_of_the_sink(@TempDir Path folder) throws Exception {
        var url = "jdbc:sqlite:" + folder.resolve("store.db");
        try (var kafka = EmbeddedKafka.start(folder.resolve("log"), Ports.free(), 2);
                var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()));
                var tables = new Tables(url);
                var lag = new Lag(kafka.bootstrap(), tables)) {
            write(kafka.bootstrap(), Topics.FRAMES, 5);
            write(kafka.bootstrap(), Topics.ACCEPTED, 3);
            admin.alterConsumerGroupOffsets(
                            Topics.PROCESSORS, Map.of(new TopicPartition(Topics.FRAMES, 0), new OffsetAndMetadata(4)))
                    .all()
                    .get();
            var batch = new Batch();
            batch.position(new TopicPartition(Topics.ACCEPTED, 0), 1);
            try (var store = Store.open(url)) {
                store.write(batch);
            }

            var answer = lag.answer("");

            assertThat(answer.get("processor"))
                    .isEqualTo(Map.of("behind", 1L, "partitions", Map.of("frames-0", 1L, "frames-1", 0L)));
            assertThat(answer.get("sink")).asString().contains("behind=2").contains("accepted-0=2");
        }
    }

    private static void write(String kafka, String topic, int records) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", kafka),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (var i = 0; i < records; i++) {
                producer.send(new ProducerRecord<>(topic, 0, null, new byte[] {1}))
                        .get();
            }
        }
    }
}
