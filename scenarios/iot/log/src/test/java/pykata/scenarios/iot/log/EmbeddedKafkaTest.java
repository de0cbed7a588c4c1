package pykata.scenarios.iot.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pykata.scenarios.iot.wire.Ports;
import pykata.scenarios.iot.wire.Topics;

class EmbeddedKafkaTest {

    /** One start and one restart for all that is to be seen: starting is what costs. */
    @Test
    void what_was_written_is_there_after_a_restart_on_the_same_directory(@TempDir Path directory) throws Exception {
        var port = Ports.free();
        var partition = new TopicPartition(Topics.FRAMES, 3);
        try (var kafka = EmbeddedKafka.start(directory, port, 4);
                var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()));
                var producer = new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", kafka.bootstrap(), "acks", "all"),
                        new StringSerializer(),
                        new StringSerializer())) {
            var topics = admin.describeTopics(List.of(Topics.FRAMES, Topics.RULES))
                    .allTopicNames()
                    .get(60, TimeUnit.SECONDS);
            assertThat(topics.get(Topics.FRAMES).partitions()).hasSize(4);
            assertThat(topics.get(Topics.RULES).partitions()).hasSize(1);
            producer.send(new ProducerRecord<>(Topics.FRAMES, 3, null, "kept")).get(60, TimeUnit.SECONDS);
        }
        try (var kafka = EmbeddedKafka.start(directory, port, 4);
                var consumer = new KafkaConsumer<>(
                        Map.<String, Object>of("bootstrap.servers", kafka.bootstrap()),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            assertThat(kafka.bootstrap()).isEqualTo("127.0.0.1:" + port);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var found = consumer.poll(Duration.ofSeconds(60));
            assertThat(found.records(partition))
                    .extracting(record -> record.value())
                    .containsExactly("kept");
        }
    }

    @Test
    void a_log_that_cannot_have_its_topics_holds_neither_its_port_nor_its_directory(@TempDir Path directory)
            throws IOException {
        var port = Ports.free();

        assertThatIllegalStateException().isThrownBy(() -> EmbeddedKafka.start(directory, port, 0));

        EmbeddedKafka.start(directory, port, 1).close();
    }
}
