package io.credence.cluster.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credence.cluster.scoring.Credence;
import io.credence.cluster.scoring.ParquetRows;
import io.credence.cluster.scoring.Request;
import io.credence.cluster.scoring.SeveralOutputs;
import io.credence.kit.kafka.KafkaBroker;
import io.credence.kit.kafka.KafkaRecords;
import io.credence.kit.kafka.KafkaTopics;
import io.credence.kit.process.ManagedProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Streams on Flink, in JSON and in Avro, carry all outputs of a model, with the bits of a batch.
 */
@Timeout(300)
class SeveralOutputsIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path ROWS = Request.SLOPES_MODEL.resolve("features.parquet");

  private static final Schema SCHEMA =
      SchemaBuilder.record("Row")
          .fields()
          .requiredLong("id")
          .requiredDouble("x")
          .requiredLong("category")
          .requiredDouble("y")
          .endRecord();

  @TempDir static Path folder;
  private static KafkaBroker broker;
  private static KafkaRecords records;
  private static Path model;

  @BeforeAll
  static void start() throws Exception {
    broker = KafkaBroker.start(folder.resolve("broker"), Map.of());
    records = broker.records();
    model = SeveralOutputs.write(folder.resolve("model"));
    KafkaTopics topics = broker.topics();
    for (String name : List.of("json", "avro")) {
      topics.create(name, 3);
      topics.create(name + "-scored", 3);
      topics.create(name + "-dead", 1);
    }
  }

  @AfterAll
  static void stop() throws Exception {
    broker.close();
  }

  @Test
  void theSameBitsAsABatch() throws Exception {
    Path schema = Files.writeString(folder.resolve("row.avsc"), SCHEMA.toString());
    Path enriched = folder.resolve("scored.avsc");
    List<String> rows = ParquetRows.of(ROWS);
    produce("json", rows, row -> row.getBytes(UTF_8));
    produce("avro", rows, SeveralOutputsIT::avro);
    Path batch = folder.resolve("batch");
    // All at once: each of them waits for much.
    try (ManagedProcess files = start("--input=" + ROWS, "--output=" + batch);
        ManagedProcess json = stream("json", "", "");
        ManagedProcess avro =
            stream("avro", "?format=avro&schema=" + schema, "?format=avro&schema=" + enriched)) {
      for (ManagedProcess each : List.of(files, json, avro)) {
        assertThat(each.awaitExit(PATIENCE)).as(each.text()).isZero();
      }
    }
    Map<Integer, JsonNode> expected = byId(ParquetRows.of(ParquetRows.only(batch)));
    assertThat(expected).hasSize(rows.size());
    JsonNode first = expected.values().iterator().next();
    assertThat(first.get("sales_pred_lower").doubleValue()).isPositive();
    assertThat(first.get("many_pred_mean").doubleValue()).isBetween(0.0, 1.0);
    assertThat(first.get("program_pred_mode").textValue()).isIn("0", "1", "2");
    assertThat(byId(texts("json-scored"))).isEqualTo(expected);
    Schema written = new Schema.Parser().parse(enriched.toFile());
    assertThat(byId(decoded("avro-scored", written))).isEqualTo(expected);
  }

  private static ManagedProcess stream(String name, String from, String to) throws IOException {
    return start(
        "--input=" + topic(name) + from,
        "--output=" + topic(name + "-scored") + to,
        "--deadLetters=" + topic(name + "-dead"),
        "--stopAt=latest");
  }

  private static ManagedProcess start(String... options) throws IOException {
    return new Credence(folder)
        .start(Request.and(new String[] {"score", "--model=" + model, "--numSamples=50"}, options));
  }

  private static String topic(String name) {
    return "kafka://" + broker.bootstrap() + "/" + name;
  }

  private interface Encoder {
    byte[] encode(String row) throws IOException;
  }

  private static void produce(String topic, List<String> rows, Encoder encoder) throws IOException {
    List<ProducerRecord<byte[], byte[]>> messages = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      messages.add(new ProducerRecord<>(topic, i % 3, null, encoder.encode(rows.get(i))));
    }
    records.produce(messages);
  }

  private static byte[] avro(String row) throws IOException {
    JsonNode values = JSON.readTree(row);
    GenericRecord record =
        new GenericRecordBuilder(SCHEMA)
            .set("id", values.get("id").longValue())
            .set("x", values.get("x").doubleValue())
            .set("category", values.get("category").longValue())
            .set("y", values.get("y").doubleValue())
            .build();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder out = EncoderFactory.get().binaryEncoder(bytes, null);
    new GenericDatumWriter<GenericRecord>(SCHEMA).write(record, out);
    out.flush();
    return bytes.toByteArray();
  }

  private static List<byte[]> values(String topic) {
    return records.consume(topic, IsolationLevel.READ_COMMITTED).stream()
        .map(record -> record.value())
        .toList();
  }

  private static List<String> texts(String topic) {
    return values(topic).stream().map(value -> new String(value, UTF_8)).toList();
  }

  /** A record's text is JSON. */
  private static List<String> decoded(String topic, Schema schema) throws IOException {
    List<String> texts = new ArrayList<>();
    for (byte[] value : values(topic)) {
      texts.add(
          new GenericDatumReader<GenericRecord>(schema)
              .read(null, DecoderFactory.get().binaryDecoder(value, null))
              .toString());
    }
    return texts;
  }

  private static Map<Integer, JsonNode> byId(List<String> rows) throws IOException {
    Map<Integer, JsonNode> byId = new TreeMap<>();
    for (String row : rows) {
      JsonNode tree = JSON.readTree(row);
      assertThat(byId.put(tree.get("id").intValue(), tree)).as("scored twice: %s", row).isNull();
    }
    return byId;
  }
}
