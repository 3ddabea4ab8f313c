package io.credence.cluster.crossing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.credence.cluster.scoring.Credence;
import io.credence.cluster.scoring.Request;
import io.credence.cluster.scoring.Shared;
import io.credence.cluster.scoring.WarmCredence;
import io.credence.kit.kafka.KafkaBroker;
import io.credence.kit.kafka.KafkaRecords;
import io.credence.kit.kafka.KafkaTopics;
import io.credence.kit.process.Eventually;
import io.credence.kit.process.ManagedProcess;
import io.credence.kit.process.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Dead letters go to the stream again as the messages that they were, each once. */
@Timeout(300)
@ExtendWith(Shared.class)
class ReplayIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long TIMESTAMP = 1_700_000_000_000L;
  private static final int MANY = 40_000;
  private static final String OF = "credence.replay_of";

  @TempDir static Path folder;
  private static KafkaBroker broker;
  private static KafkaRecords records;
  private static KafkaTopics topics;

  @BeforeAll
  static void start(KafkaBroker shared) throws Exception {
    broker = shared;
    records = broker.records();
    topics = broker.topics();
  }

  @Test
  void theMessagesAsTheyWere() throws Exception {
    create("m", 2);
    ProducerRecord<byte[], byte[]> letter = letter("m", 0, 7, "WRONG_TYPE", "{\"x\": \"1.10\"}");
    letter.headers().remove("trace").add("late", new byte[] {-1});
    ProducerRecord<byte[], byte[]> traced =
        new ProducerRecord<>("m-dead", 0, TIMESTAMP, letter.key(), letter.value());
    traced.headers().add("trace", new byte[] {0, -2}).add("empty", null);
    letter.headers().forEach(traced.headers()::add);
    records.produce(List.of(traced, letter("m", 1, 8, "UNDECODABLE", null)));

    assertThat(replay("m")).containsExactly("read 2", "sent 2", "left out 0");

    Map<String, ConsumerRecord<byte[], byte[]>> sent = byOriginal("m");
    assertThat(sent).containsOnlyKeys("m/0/7", "m/1/8");
    ConsumerRecord<byte[], byte[]> first = sent.get("m/0/7");
    assertThat(first.key()).isEqualTo(letter.key());
    assertThat(first.value()).isEqualTo(letter.value());
    assertThat(first.timestamp()).isEqualTo(TIMESTAMP);
    assertThat(Arrays.stream(first.headers().toArray()).map(Header::key))
        .containsExactly("trace", "empty", "late", OF);
    assertThat(first.headers().lastHeader("trace").value()).containsExactly(0, -2);
    assertThat(first.headers().lastHeader("empty").value()).isNull();
    assertThat(sent.get("m/1/8").value()).isNull();
  }

  @Test
  void eachOnceUnlessAllAreAskedFor() throws Exception {
    create("once", 3);
    produceLetters("once", 0, 30, "UNSEEN_LEVEL");
    assertThat(replay("once", "--dryRun"))
        .containsExactly("read 30", "would be sent 30", "left out 0");
    assertThat(read("once")).isEmpty();

    assertThat(replay("once")).containsExactly("read 30", "sent 30", "left out 0");
    assertThat(replay("once")).containsExactly("read 0", "sent 0", "left out 0");
    produceLetters("once", 30, 33, "UNSEEN_LEVEL");
    assertThat(replay("once")).containsExactly("read 3", "sent 3", "left out 0");
    assertThat(read("once")).hasSize(33);
    assertThat(byOriginal("once")).hasSize(33);

    assertThat(replay("once", "--startAt=earliest"))
        .containsExactly("read 33", "sent 33", "left out 0");
    assertThat(topics.committedOffsets("credence-replay-once-dead"))
        .containsOnlyKeys(
            IntStream.range(0, 3).mapToObj(i -> new TopicPartition("once-dead", i)).toList());
  }

  @Test
  @Tag("long")
  void thoseWithACode() throws Exception {
    create("codes", 2);
    produceLetters("codes", 0, 4, "UNSEEN_LEVEL");
    produceLetters("codes", 4, 7, "WRONG_TYPE");
    produceLetters("codes", 7, 9, "UNDECODABLE");
    records.produce(List.of(KafkaRecords.text("codes-dead", 0, "k", "who put this here?")));

    assertThat(replay("codes", "--codes=UNSEEN_LEVEL,UNDECODABLE"))
        .containsExactly("read 10", "sent 6", "left out 4", "WRONG_TYPE 3", "no dead letter 1");
    assertThat(read("codes")).hasSize(6);
  }

  @Test
  @Tag("long")
  void thoseThatAreCommitted() throws Exception {
    create("open", 1);
    produceLetters("open", 0, 2, "WRONG_TYPE");
    try (Producer<byte[], byte[]> producer =
        records.producer(Map.of("transactional.id", "scoring"))) {
      producer.initTransactions();
      producer.beginTransaction();
      KafkaRecords.produce(producer, List.of(letter("open", 0, 2, "WRONG_TYPE", "aborted")));
      producer.abortTransaction();
      producer.beginTransaction();
      KafkaRecords.produce(producer, List.of(letter("open", 0, 3, "WRONG_TYPE", "open")));
      assertThat(replay("open")).containsExactly("read 2", "sent 2", "left out 0");
      producer.commitTransaction();
    }
    assertThat(replay("open")).containsExactly("read 1", "sent 1", "left out 0");
    assertThat(byOriginal("open")).containsOnlyKeys("open/0/0", "open/0/1", "open/0/3");
  }

  @Test
  void eachOnceAlsoWhenAReplayIsKilled() throws Exception {
    create("killed", 3);
    produceLetters("killed", 0, MANY, "WRONG_TYPE");
    for (int kills = 0; kills < 3; kills++) {
      try (ManagedProcess replay = startSlowly("killed")) {
        replay.kill();
      }
    }

    List<String> last = replay("killed");

    int read = Integer.parseInt(last.get(0).replaceAll("\\D", ""));
    assertThat(read).isPositive().isLessThan(MANY);
    assertEachOnce("killed");
  }

  @Test
  @Tag("long")
  void eachOnceAlsoWhenAnotherReplayBegins() throws Exception {
    create("both", 3);
    produceLetters("both", 0, MANY, "WRONG_TYPE");
    try (ManagedProcess earlier = startSlowly("both")) {
      replay("both");

      assertThat(earlier.awaitExit(PATIENCE)).as(earlier.text()).isEqualTo(1);
      assertThat(earlier.text().lines())
          .containsExactly(
              "The replay failed: another writer of the group 'credence-replay-both-dead' has"
                  + " begun, or this one stood still for too long",
              "What was committed before stays; the next replay goes on from there");
    }
    assertEachOnce("both");
  }

  @Test
  @Tag("long")
  void eachOnceAlsoWhenTheBrokerIsKilled() throws Exception {
    create("lost", 3);
    produceLetters("lost", 0, MANY, "WRONG_TYPE");
    try (ManagedProcess replay = startSlowly("lost")) {
      broker.kill();
      broker.restart();
      assertThat(replay.awaitExit(PATIENCE)).as(replay.text()).isZero();
    }
    assertEachOnce("lost");
  }

  @Test
  @Tag("long")
  void oneThatTheTopicDoesNotTakeIsNamed() throws Exception {
    // More than a batch of a producer, which splits none that is smaller (KAFKA-8350).
    topics.create("narrow", 1, Map.of("max.message.bytes", "20000"));
    topics.create("narrow-dead", 1);
    produceLetters("narrow", 0, 3, "WRONG_TYPE");
    records.produce(List.of(letter("narrow", 0, 3, "WRONG_TYPE", "x".repeat(30_000))));

    Outcome outcome = WarmCredence.run(arguments("narrow"));

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.lines().get(0)).startsWith("The replay failed: narrow/0/3: ");
    assertThat(read("narrow")).isEmpty();
  }

  /** Many small transactions, and not back before some of them are over. */
  private static ManagedProcess startSlowly(String name) throws Exception {
    Path small = Files.writeString(folder.resolve("small.properties"), "max.poll.records=100\n");
    int before = ends(name);
    ManagedProcess replay =
        new Credence(folder).start(arguments(name, "--kafkaProperties=" + small));
    Eventually.await(
        "the replay is on its way",
        PATIENCE,
        List.of(replay),
        () -> ends(name) > before + 1000 || !replay.isAlive());
    assertThat(replay.isAlive()).as("it is over already: " + replay.text()).isTrue();
    return replay;
  }

  private static void assertEachOnce(String name) {
    assertThat(read(name)).hasSize(MANY);
    assertThat(byOriginal(name)).hasSize(MANY);
  }

  @Test
  void filesOfABatch() throws Exception {
    topics.create("files", 1);
    Path input = folder.resolve("batch in");
    Path scored = folder.resolve("scored");
    WarmCredence.succeed(Request.flights(input, 1, 10).arguments(scored));
    String[] request = {
      "replay", "--deadLetters=" + scored.resolve("dead-letters"), "--output=" + topic("files")
    };

    assertThat(counts(request)).containsExactly("read 521", "sent 521", "left out 0");

    List<ConsumerRecord<byte[], byte[]>> sent = read("files");
    assertThat(sent)
        .hasSize(Request.CANCELLED)
        .allSatisfy(
            message -> {
              assertThat(message.key()).isNull();
              assertThat(new String(message.value(), UTF_8)).startsWith("{").endsWith("}");
            });
    assertThat(byOriginal("files"))
        .hasSize(Request.CANCELLED)
        .allSatisfy((original, message) -> assertThat(original).matches(".*/000\\.parquet#\\d+"));
    assertThat(counts(Request.and(request, "--codes=WRONG_TYPE")))
        .containsExactly("read 521", "sent 0", "left out 521", "MISSING_FEATURE 521");
  }

  @Test
  void requestsThatWouldRepeatOrLoseMessagesAreRefused() throws Exception {
    create("r", 1);
    String same = broker.bootstrap() + "," + broker.bootstrap();
    assertThat(refused("--output=kafka://" + same + "/r-dead"))
        .containsExactly(
            "--output=kafka://%s/r-dead: must be another topic than %s"
                .formatted(same, topic("r-dead")));
    assertThat(refused("--output=" + topic("none")))
        .containsExactly(
            "--output=%s: the broker has no topic 'none'; create it first"
                .formatted(topic("none")));
    try (KafkaBroker other = KafkaBroker.start(folder.resolve("other"), Map.of());
        KafkaTopics there = new KafkaTopics(other.clientProperties())) {
      there.create("r", 1);
      String output = "kafka://" + other.bootstrap() + "/r";
      assertThat(refused("--output=" + output))
          .containsExactly(
              "--output=%s: must be in the same cluster as %s: no transaction spans two"
                  .formatted(output, topic("r-dead")));
    }
  }

  @Test
  @Tag("long")
  void credentials() throws Exception {
    try (KafkaBroker secure = KafkaBroker.startSecure(folder.resolve("secure"), "me", "secret");
        KafkaTopics there = new KafkaTopics(secure.clientProperties())) {
      there.create("s", 1);
      there.create("s-dead", 1);
      secure.records().produce(List.of(letter("s", 0, 0, "WRONG_TYPE", "{}")));
      String at = "kafka://" + secure.bootstrap() + "/";
      String[] request = {"replay", "--deadLetters=" + at + "s-dead", "--output=" + at + "s"};

      Path right = properties("right", secure.clientProperties(), "secret");
      assertThat(counts(Request.and(request, "--kafkaProperties=" + right)))
          .containsExactly("read 1", "sent 1", "left out 0");
      Path wrong = properties("wrong", secure.clientProperties(), "guessed");
      Outcome refused = WarmCredence.run(Request.and(request, "--kafkaProperties=" + wrong));
      assertThat(refused.exitCode()).isEqualTo(2);
      assertThat(refused.lines())
          .isNotEmpty()
          .allMatch(line -> line.contains("the broker refuses the credentials"));
      assertThat(refused.text()).doesNotContain("guessed");
    }
  }

  private static Path properties(String name, Map<String, String> client, String password)
      throws Exception {
    List<String> lines = new ArrayList<>();
    client.forEach(
        (key, value) -> {
          if (!key.equals("bootstrap.servers")) {
            lines.add(key + "=" + value.replace("\"secret\"", '"' + password + '"'));
          }
        });
    return Files.write(folder.resolve(name + ".properties"), lines);
  }

  private static List<String> refused(String output) throws Exception {
    Outcome outcome = WarmCredence.run("replay", "--deadLetters=" + topic("r-dead"), output);
    assertThat(outcome.exitCode()).as(outcome.text()).isEqualTo(2);
    return outcome.lines();
  }

  private static void create(String name, int partitions) {
    topics.create(name, partitions);
    topics.create(name + "-dead", partitions);
  }

  private static String topic(String name) {
    return broker.location(name);
  }

  private static String[] arguments(String name, String... options) {
    String[] request = {
      "replay", "--deadLetters=" + topic(name + "-dead"), "--output=" + topic(name)
    };
    return Request.and(request, options);
  }

  private static List<String> replay(String name, String... options) throws Exception {
    return counts(arguments(name, options));
  }

  /** What a command has counted, each with one blank. */
  private static List<String> counts(String[] arguments) throws Exception {
    return WarmCredence.succeed(arguments).lines().stream()
        .map(line -> line.strip().replaceAll(" {2,}", " "))
        .toList();
  }

  private static void produceLetters(String name, int from, int to, String code) {
    int partitions = topics.describe(name + "-dead").partitions().size();
    List<ProducerRecord<byte[], byte[]>> letters = new ArrayList<>();
    for (int i = from; i < to; i++) {
      letters.add(letter(name, i % partitions, i, code, "{\"x\":" + i + "}"));
    }
    records.produce(letters);
  }

  /** A dead letter in the form that a stream gives it. */
  private static ProducerRecord<byte[], byte[]> letter(
      String name, int partition, long offset, String code, String value) {
    ProducerRecord<byte[], byte[]> letter =
        new ProducerRecord<>(
            name + "-dead",
            partition,
            TIMESTAMP,
            ("key" + offset).getBytes(UTF_8),
            value == null ? null : value.getBytes(UTF_8));
    Map<String, String> headers = new HashMap<>();
    headers.put("model_name", "flights");
    headers.put("model_version", "1.0.0");
    headers.put("model_digest", "00");
    headers.put("dead_letter.code", code);
    headers.put("dead_letter.message", "must be something else");
    headers.put("dead_letter.topic", name);
    headers.put("dead_letter.partition", Integer.toString(partition));
    headers.put("dead_letter.offset", Long.toString(offset));
    headers.put("dead_letter.timestamp", Long.toString(TIMESTAMP));
    String id = name + "/" + partition + "/" + offset;
    letter.headers().add("credence.record_id", id.getBytes(UTF_8));
    headers.forEach((key, text) -> letter.headers().add("credence." + key, text.getBytes(UTF_8)));
    return letter;
  }

  private static int ends(String topic) {
    return topics.endOffsets(topic).values().stream().mapToInt(Long::intValue).sum();
  }

  private static List<ConsumerRecord<byte[], byte[]>> read(String topic) {
    return records.consume(topic, IsolationLevel.READ_COMMITTED);
  }

  /** What was sent, by the record id of the message that it repeats. */
  private static Map<String, ConsumerRecord<byte[], byte[]>> byOriginal(String topic) {
    Map<String, ConsumerRecord<byte[], byte[]>> found = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : read(topic)) {
      found.put(new String(record.headers().lastHeader(OF).value(), UTF_8), record);
    }
    return found;
  }
}
