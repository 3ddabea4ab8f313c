package io.credence.cluster.serving;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credence.cluster.scoring.ParquetRows;
import io.credence.cluster.scoring.WarmCredence;
import io.credence.kit.process.Checkout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server answers what {@code credence score} writes, to the bit, however it is asked. */
@Timeout(300)
class ServedBitsIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int RECORDS = 2_000;
  private static final int AT_ONCE = 500;

  @TempDir Path folder;

  @Test
  void aNumber() throws Exception {
    Path model = sample("category-slopes");
    compareFigures(model, model.resolve("features.parquet"));
  }

  @Test
  void levelsAndHeavyTails() throws Exception {
    compareFigures(Checkout.FLIGHTS, Checkout.FLIGHTS.resolve("january.parquet"));
  }

  @Test
  void classes() throws Exception {
    Random random = new Random(1);
    List<Group> travellers = new ArrayList<>();
    MessageType schema = schema("required double hinc; required int32 psize;");
    for (int i = 0; i < RECORDS; i++) {
      travellers.add(
          new SimpleGroup(schema)
              .append("hinc", 80 * random.nextDouble())
              .append("psize", 1 + random.nextInt(6)));
    }
    compareColumns(sample("gallery/categorical"), schema, travellers);
  }

  /** One of which is whole, with histograms of different lengths. */
  @Test
  void severalOutputs() throws Exception {
    List<Group> policies = new ArrayList<>();
    MessageType schema = schema("required int32 age;");
    for (int i = 0; i < RECORDS; i++) {
      policies.add(new SimpleGroup(schema).append("age", 18 + i % 93));
    }
    compareColumns(sample("gallery/claims"), schema, policies);
  }

  private static Path sample(String name) {
    return Checkout.ROOT.resolve("samples").resolve(name);
  }

  private static MessageType schema(String fields) {
    return MessageTypeParser.parseMessageType("message records {" + fields + "}");
  }

  private void compareFigures(Path model, Path input) throws Exception {
    List<JsonNode> rows = scored(model, input);
    try (Server server = Server.start(folder, model)) {
      Asked asked = Asked.of(server);
      asked.compareRecords(rows, AT_ONCE);
      asked.compareTensors(rows, AT_ONCE);
      asked.compareFigures(rows);
    }
  }

  /** Of them there is no median, or not the one. */
  private void compareColumns(Path model, MessageType schema, List<Group> records)
      throws Exception {
    Path input = folder.resolve("records.parquet");
    io.credence.parquet.Files.write(input, schema, records, 1 << 20);
    List<JsonNode> rows = scored(model, input);
    try (Server server = Server.start(folder, model)) {
      Asked asked = Asked.of(server);
      asked.compareRecords(rows, AT_ONCE);
      asked.compareTensors(rows, AT_ONCE);
      assertThat(server.post("/predict/v1.0.0/point", "{\"data\": " + rows.get(0) + "}").body())
          .contains("WRONG_OUTPUT");
    }
  }

  /** Each with the fields of its record, and behind them those of its score. */
  private List<JsonNode> scored(Path model, Path input) throws Exception {
    Path output = folder.resolve("scored");
    WarmCredence.succeed("score", "--model=" + model, "--input=" + input, "--output=" + output);
    List<JsonNode> rows = new ArrayList<>();
    for (String row : ParquetRows.of(ParquetRows.only(output)).subList(0, RECORDS)) {
      rows.add(JSON.readTree(row));
    }
    return rows;
  }
}
