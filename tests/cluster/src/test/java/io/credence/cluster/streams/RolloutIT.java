package io.credence.cluster.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credence.cluster.scoring.Credence;
import io.credence.cluster.scoring.Request;
import io.credence.cluster.scoring.Shared;
import io.credence.kit.kafka.KafkaBroker;
import io.credence.kit.process.Outcome;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A challenger beside a champion, from a topic to a topic. */
@Timeout(300)
@ExtendWith(Shared.class)
class RolloutIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MESSAGES = 400;
  private static final int SCORED = MESSAGES - MESSAGES / Flights.CANCELLED_EACH;

  @TempDir static Path folder;

  private static Path copy() throws IOException {
    Path copy = Files.createDirectories(folder.resolve("copy"));
    for (String name : List.of("posterior.nc", "verify.jsonl")) {
      Files.copy(Request.FLIGHTS_MODEL.resolve(name), copy.resolve(name));
    }
    String yaml = Files.readString(Request.FLIGHTS_MODEL.resolve("model.yaml"));
    Files.writeString(copy.resolve("model.yaml"), yaml.replace("version: 1.0.0", "version: 1.1.0"));
    return copy;
  }

  private static Outcome run(StreamCommand stream, String rollout, String... more)
      throws Exception {
    Path file = folder.resolve("rollout.yaml");
    Files.writeString(
        file,
        "champion: %s\nchallenger: %s\n%s"
            .formatted(Request.FLIGHTS_MODEL, folder.resolve("copy"), rollout));
    List<String> arguments = new ArrayList<>(Arrays.asList(stream.with(more).arguments()));
    arguments.removeIf(argument -> argument.startsWith("--model="));
    arguments.add("--rollout=" + file);
    arguments.add("--keyField=flight");
    arguments.add("--startAt=earliest");
    arguments.add("--stopAt=latest");
    return new Credence(folder).succeed(PATIENCE, arguments.toArray(String[]::new));
  }

  /** By the number of the flight. */
  private static Map<Integer, JsonNode> read(KafkaBroker broker, String topic) throws IOException {
    Map<Integer, JsonNode> messages = new TreeMap<>();
    List<ConsumerRecord<byte[], byte[]>> records =
        broker.records().consume(topic, IsolationLevel.READ_COMMITTED);
    for (ConsumerRecord<byte[], byte[]> record : records) {
      int number = Integer.parseInt(new String(record.key(), UTF_8));
      assertThat(messages.put(number, JSON.readTree(record.value()))).isNull();
    }
    return messages;
  }

  @Test
  void aShadowThatIsACopyAndACanary(KafkaBroker broker) throws Exception {
    copy();
    StreamCommand stream = StreamCommand.of(broker, "rollout").create(broker.topics(), 2);
    broker.topics().create("rollout-shadow", 2);
    broker.records().produce(Flights.messages(stream.input(), 2, 0, MESSAGES));
    Outcome shadow =
        run(
            stream,
            "mode: shadow\n",
            "--delivery=exactly-once",
            "--shadowOutput=" + stream.location("rollout-shadow"));
    assertThat(shadow.lines()).anyMatch(line -> line.matches("compared +" + SCORED));
    Map<Integer, JsonNode> served = read(broker, stream.output());
    Map<Integer, JsonNode> compared = read(broker, "rollout-shadow");
    assertThat(compared.keySet()).isEqualTo(served.keySet()).hasSize(SCORED);
    compared.forEach(
        (number, comparison) -> {
          assertThat(comparison.at("/arr_delay_pred_diff").asDouble(1)).isZero();
          assertThat(comparison.at("/arr_delay_pred_w1").asDouble(1)).isZero();
          assertThat(comparison.at("/champion_arr_delay_pred"))
              .isEqualTo(served.get(number).at("/arr_delay_pred"));
          assertThat(comparison.at("/challenger_model_version").asText()).isEqualTo("1.1.0");
        });

    StreamCommand second =
        stream.into("rollout-canary").createOutputs(broker.topics(), 2, Map.of());
    run(second, "mode: canary\nshare: 0.25\nsalt: it\n");
    Map<Integer, JsonNode> both = read(broker, second.output());
    assertThat(both.keySet()).isEqualTo(served.keySet());
    both.forEach(
        (number, score) -> {
          boolean challenged = isBelow(0.25, "it\0" + number);
          assertThat(score.at("/model_version").asText()).isEqualTo(challenged ? "1.1.0" : "1.0.0");
          if (!challenged) {
            assertThat(score).isEqualTo(served.get(number));
          }
        });
    assertVersions(broker, second);
  }

  /** The headers say what the columns say, also of what can't be scored. */
  private static void assertVersions(KafkaBroker broker, StreamCommand stream) {
    for (String topic : List.of(stream.output(), stream.deadLetters())) {
      for (ConsumerRecord<byte[], byte[]> record :
          broker.records().consume(topic, IsolationLevel.READ_COMMITTED)) {
        boolean challenged = isBelow(0.25, "it\0" + new String(record.key(), UTF_8));
        assertThat(new String(record.headers().lastHeader("credence.model_version").value(), UTF_8))
            .isEqualTo(challenged ? "1.1.0" : "1.0.0");
      }
    }
  }

  /** As anybody can compute it, without Credence. */
  private static boolean isBelow(double share, String salted) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(salted.getBytes(UTF_8));
      long first = ByteBuffer.wrap(hash).getLong();
      return (first >>> 11) * 0x1p-53 < share;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
