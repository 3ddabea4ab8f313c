package io.credence.cluster.serving;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credence.kit.kafka.KafkaBroker;
import io.credence.kit.kafka.KafkaRecords;
import io.credence.kit.kafka.KafkaTopics;
import io.credence.kit.process.Checkout;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Labels that are sent to the packaged server are in a topic of a real broker when it says so. */
@Timeout(180)
class FeedbackTopicIT {

  private static final String LABEL = "{\"record_id\": \"r%s\", \"y\": %s}";

  @TempDir Path folder;

  private static int send(Server server, String id, String y) throws Exception {
    HttpResponse<String> answer = server.post("/feedback", LABEL.formatted(id, y));
    return answer.statusCode();
  }

  @Test
  void labelsAreWrittenWhenTheAnswerSaysSo() throws Exception {
    try (KafkaBroker broker = KafkaBroker.start(folder.resolve("kafka"), Map.of());
        KafkaTopics topics = new KafkaTopics(broker.clientProperties())) {
      topics.create("labels", 2);
      try (Server server =
          Server.start(folder, Checkout.FLIGHTS, "--feedback=" + broker.location("labels"))) {
        assertThat(send(server, "1", "3.5")).isEqualTo(202);
        List<ConsumerRecord<byte[], byte[]>> written =
            new KafkaRecords(broker.clientProperties())
                .consume("labels", IsolationLevel.READ_COMMITTED);
        assertThat(written).hasSize(1);
        assertThat(new String(written.get(0).key(), UTF_8)).isEqualTo("r1");
        JsonNode label = new ObjectMapper().readTree(written.get(0).value());
        assertThat(label.get("record_id").asText()).isEqualTo("r1");
        assertThat(label.get("model_name").asText()).isEqualTo("flights");
        assertThat(label.get("y").doubleValue()).isEqualTo(3.5);
        assertThat(send(server, "2", "\"late\"")).isEqualTo(422);
        broker.kill();
        assertThat(send(server, "3", "4")).isEqualTo(503);
        broker.restart();
        assertThat(send(server, "4", "5")).isEqualTo(202);
      }
    }
  }
}
