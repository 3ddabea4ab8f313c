package io.credence.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credence.score.ScoredColumn;
import io.credence.score.ScoredRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoredParquetWriterTest {

  private static final List<ScoredColumn> COLUMNS =
      List.of(
          new ScoredColumn("y_pred", ScoredColumn.Type.DOUBLE),
          new ScoredColumn("y_pred_density", ScoredColumn.Type.DOUBLE_LIST),
          new ScoredColumn("n_samples", ScoredColumn.Type.LONG),
          new ScoredColumn("model_name", ScoredColumn.Type.STRING),
          new ScoredColumn("unseen_levels", ScoredColumn.Type.STRING_LIST));

  private static final String APPENDED =
      """
      required double y_pred;
      required group y_pred_density (LIST) { repeated group list { required double element; } }
      required int64 n_samples;
      required binary model_name (STRING);
      required group unseen_levels (LIST) {
        repeated group list { required binary element (STRING); }
      }
      """;

  private static final Scores SCORES = new Scores(new double[] {0.5, 1.5}, List.of("a", "b"));

  /** Its number in WKB. */
  private static final int GEOMETRY_COLLECTION = 7;

  private final Path folder;

  ScoredParquetWriterTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Path allTypes() throws Exception {
    return Files.write(folder.resolve("all.parquet"), AllTypes.SCHEMA, AllTypes.rows(50), 20);
  }

  private Path score(Path file, ScoredRow scores) throws Exception {
    return Files.score(file, folder.resolve("scored.parquet"), COLUMNS, scores);
  }

  @Test
  void schemaIsTheInputsWithTheColumnsBehind() throws Exception {
    MessageType appended = MessageTypeParser.parseMessageType("message m {" + APPENDED + "}");
    MessageType schema = Files.open(score(allTypes(), SCORES)).schema();
    assertThat(schema.getName()).isEqualTo("anything");
    int fields = AllTypes.SCHEMA.getFieldCount();
    assertThat(schema.getFields().subList(0, fields)).isEqualTo(AllTypes.SCHEMA.getFields());
    assertThat(schema.getType("plain").getId().intValue()).isEqualTo(7);
    assertThat(schema.getFields().subList(fields, fields + 5)).isEqualTo(appended.getFields());
  }

  @Test
  void everyTypePassesThrough() throws Exception {
    assertUnharmed(allTypes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"pandas.parquet", "polars.parquet"})
  void filesOfOtherToolsPassThrough(String fixture) throws Exception {
    assertUnharmed(Files.fixture(fixture));
  }

  private void assertUnharmed(Path file) throws Exception {
    List<String> rows = Files.rows(file, 1_000);
    List<String> scored = Files.rows(score(file, SCORES), 1_000);
    assertThat(scored).hasSameSizeAs(rows);
    for (int row = 0; row < rows.size(); row++) {
      assertThat(scored.get(row))
          .startsWith(rows.get(row))
          .endsWith(
              """
              y_pred: 0.25
              y_pred_density
                list
                  element: 0.5
                list
                  element: 1.5
              n_samples: 1000
              model_name: slopes
              unseen_levels
                list
                  element: a
                list
                  element: b
              """);
    }
  }

  @Test
  void emptyListsAreEmptyAndNotNull() throws Exception {
    Path scored = score(allTypes(), new Scores(new double[0], List.of()));
    Group row = Files.groups(Files.open(scored).splits(1).get(0)).get(0);
    assertThat(row.getFieldRepetitionCount("y_pred_density")).isOne();
    assertThat(row.getGroup("y_pred_density", 0).getFieldRepetitionCount("list")).isZero();
    assertThat(row.getGroup("unseen_levels", 0).getFieldRepetitionCount("list")).isZero();
  }

  @Test
  void theSameRowsGiveTheSameBytes() throws Exception {
    Path file = allTypes();
    Path first = Files.score(file, folder.resolve("1.parquet"), COLUMNS, SCORES);
    Path second = Files.score(file, folder.resolve("2.parquet"), COLUMNS, SCORES);
    assertThat(first).hasSameBinaryContentAs(second);
  }

  /** Nested so deeply that parsing it would exhaust the stack, and none at all. */
  @Test
  void geometriesAreCarriedUnparsed() throws Exception {
    int depth = 100_000;
    ByteBuffer nested = ByteBuffer.allocate(9 * depth).order(ByteOrder.LITTLE_ENDIAN);
    for (int level = 0; level < depth; level++) {
      nested.put((byte) 1).putInt(GEOMETRY_COLLECTION).putInt(1);
    }
    MessageType schema =
        MessageTypeParser.parseMessageType(
            "message m { required group place { required binary shape (GEOMETRY()); } }");
    List<Binary> shapes =
        List.of(Binary.fromConstantByteArray(nested.array()), Binary.fromString("no geometry"));
    Path scored = folder.resolve("geometries.parquet");
    try (FileChannel channel =
            FileChannel.open(scored, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        ScoredParquetWriter writer = ScoredParquetWriter.open(channel, schema, COLUMNS, Map.of())) {
      for (Binary shape : shapes) {
        Group row = new SimpleGroup(schema);
        row.addGroup("place").add("shape", shape);
        writer.write(row, SCORES);
      }
    }
    assertThat(Files.groups(Files.open(scored).splits(10).get(0)))
        .extracting(row -> row.getGroup("place", 0).getBinary("shape", 0))
        .isEqualTo(shapes);
    assertThat(Files.open(scored).schema().getType("place")).isEqualTo(schema.getType("place"));
  }

  /** A hash set of enums has another order in each JVM, which a test in one JVM cannot see. */
  @Test
  void encodingsInTheFooterAreInOrder() throws Exception {
    FileMetaData footer = footer(score(allTypes(), SCORES));
    assertThat(footer.getRow_groups().get(0).getColumns())
        .hasSizeGreaterThan(40)
        .allSatisfy(column -> assertThat(column.getMeta_data().getEncodings()).isSorted());
  }

  /** Readers that know the older order only would ignore the statistics of floating point. */
  @Test
  void leastAndGreatestAreInTheOrderThatAllReadersKnow() throws Exception {
    assertThat(footer(score(allTypes(), SCORES)).getColumn_orders())
        .hasSizeGreaterThan(40)
        .allSatisfy(order -> assertThat(order.isSetTYPE_ORDER()).isTrue());
  }

  private static FileMetaData footer(Path path) throws Exception {
    byte[] file = java.nio.file.Files.readAllBytes(path);
    int end = file.length - 8;
    int length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(end);
    return Util.readFileMetaData(new ByteArrayInputStream(file, end - length, length));
  }

  /** Parquet's own writer says that their logical type is unknown, and others read nulls. */
  @Test
  void intervalsAreIntervalsAndNothingElse() throws Exception {
    SchemaElement interval =
        footer(score(allTypes(), SCORES)).getSchema().stream()
            .filter(element -> element.getConverted_type() == ConvertedType.INTERVAL)
            .findFirst()
            .orElseThrow();
    assertThat(interval.isSetLogicalType()).isFalse();
  }

  @Test
  void theChannelStaysOpenAndRowsAreCounted() throws Exception {
    try (var channel = Channels.newChannel(new ByteArrayOutputStream())) {
      ScoredParquetWriter writer =
          ScoredParquetWriter.open(channel, AllTypes.SCHEMA, COLUMNS, Map.of());
      writer.write(AllTypes.rows(1).get(0), SCORES);
      assertThat(writer.rows()).isOne();
      writer.close();
      assertThat(channel.isOpen()).isTrue();
    }
  }

  @Test
  void aClashOfNamesIsRefused() {
    var channel = Channels.newChannel(new ByteArrayOutputStream());
    List<ScoredColumn> clash = List.of(new ScoredColumn("number", ScoredColumn.Type.DOUBLE));
    assertThatThrownBy(() -> ScoredParquetWriter.open(channel, AllTypes.SCHEMA, clash, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("number");
  }
}
