package io.credence.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.credence.parquet.AllTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the model does not ask for goes through unharmed. */
class PassThroughTest {

  private static final Path SLOPES = Path.of("../../samples/category-slopes");

  private final Gauge gauge;

  PassThroughTest(@TempDir Path folder) {
    gauge = new Gauge(folder);
  }

  /** The model gauge, reading its features from columns of the table with all types. */
  private Path model() throws IOException {
    Path model = gauge.path("model");
    Path yaml = model.resolve("model.yaml");
    Files.writeString(
        yaml,
        """
        credence: 1
        name: gauge
        version: 0.3.0
        posterior: posterior.nc
        features:
          plain: {type: double, default: 0}
          long: {type: double, default: 1}
        target: y
        predict: normal(mu = plain + long, sigma = scale)
        """);
    return model;
  }

  @Test
  void everyTypeOfParquet() throws Exception {
    List<Group> rows = AllTypes.rows(60);
    gauge.input("in/a.parquet", AllTypes.SCHEMA, rows);
    gauge.score("--model=" + model()).done();
    List<Group> scored = gauge.scored("out");
    List<Type> fields = gauge.schema(gauge.files("out", ".parquet").get(0)).getFields();
    int own = AllTypes.SCHEMA.getFieldCount();
    assertThat(fields.subList(0, own)).isEqualTo(AllTypes.SCHEMA.getFields());
    assertThat(own(scored, own)).isEqualTo(own(rows, own));
  }

  @Test
  void aDeadLetterCarriesEveryType() throws Exception {
    gauge.input("in/a.parquet", AllTypes.SCHEMA, AllTypes.rows(3));
    Path yaml = model().resolve("model.yaml");
    Files.writeString(yaml, Files.readString(yaml).replace("default: 0", "max: -1"));
    gauge.score("--model=" + yaml.getParent()).done();
    JsonNode record = gauge.letters("out/dead-letters").get(1).get("record");
    assertThat(record).hasSize(AllTypes.SCHEMA.getFieldCount());
    assertThat(record.get("number").textValue()).isEqualTo("NaN");
    assertThat(record.get("d9")).hasToString("-123.46");
    assertThat(record.get("list")).hasToString("[1,null]");
    assertThat(record.get("struct")).hasToString("{\"a\":1,\"b\":{\"c\":\"x\"}}");
  }

  /** The first fields of each row, as text. */
  private static List<String> own(List<Group> rows, int fields) {
    List<String> texts = new ArrayList<>();
    for (Group row : rows) {
      StringBuilder text = new StringBuilder();
      for (int field = 0; field < fields; field++) {
        for (int i = 0; i < row.getFieldRepetitionCount(field); i++) {
          text.append(field).append(": ");
          text.append(
              row.getType().getType(field).isPrimitive()
                  ? row.getValueToString(field, i)
                  : row.getGroup(field, i));
          text.append('\n');
        }
      }
      texts.add(text.toString());
    }
    return texts;
  }

  @Test
  void whatPandasWroteInTheFooter() throws Exception {
    Run.of(
            "score",
            "--model=" + SLOPES,
            "--input=" + SLOPES.resolve("features.parquet"),
            "--output=" + gauge.path("out"),
            "--numSamples=10")
        .done();
    Map<String, String> written = footer(gauge.part("out"));
    assertThat(written)
        .hasEntrySatisfying("pandas", entry -> assertThat(entry).contains("\"y_pred\""))
        .containsEntry("credence.model_name", "category-slopes")
        .containsEntry("credence.num_samples", "10")
        .containsKey("ARROW:schema");
  }

  private static ParquetReadOptions options() {
    return ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
  }

  private static Map<String, String> footer(Path file) throws IOException {
    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options())) {
      return reader.getFileMetaData().getKeyValueMetaData();
    }
  }
}
