package io.credence.jobs.labels;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.beam.ModelRef;
import io.credence.evaluation.RecordCount;
import io.credence.jobs.source.files.FilesSource;
import io.credence.parquet.Files;
import io.credence.parquet.ParquetInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which label a record gets, compared with a search through all of them. */
class FindLabelsTest {

  private static final MessageType ROWS =
      MessageTypeParser.parseMessageType(
          "message rows { optional binary key (STRING); optional binary y (STRING); }");
  private static final MessageType NUMBERS =
      MessageTypeParser.parseMessageType("message rows { optional int64 key; optional double y; }");

  private static ModelRef model;

  private final Path folder;
  private int files;

  FindLabelsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** A row of either side. */
  private record Row(@Nullable Integer key, @Nullable Double y) {}

  @BeforeAll
  static void load() throws Exception {
    model = ModelRef.at("../../samples/category-slopes");
  }

  private FilesSource source(MessageType schema, List<Group> rows, long perSplit) throws Exception {
    Path file = folder.resolve(files++ + ".parquet");
    ParquetInput input = Files.open(Files.write(file, schema, rows, 100));
    return FilesSource.of(List.of(input), perSplit);
  }

  private static List<Group> numbers(List<Row> rows) {
    List<Group> groups = new ArrayList<>();
    for (Row row : rows) {
      Group group = new SimpleGroup(NUMBERS);
      if (row.key() != null) {
        group.append("key", (long) row.key());
      }
      if (row.y() != null) {
        group.append("y", row.y());
      }
      groups.add(group);
    }
    return groups;
  }

  private static Group text(String key, String y) {
    return new SimpleGroup(ROWS).append("key", key).append("y", y);
  }

  /** Few keys, so that many come twice; some missing, some without a label. */
  private static List<Row> random(Random random, int count) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(
          new Row(
              random.nextInt(9) == 0 ? null : random.nextInt(60),
              random.nextInt(9) == 0 ? null : random.nextDouble()));
    }
    return rows;
  }

  /** What a record counts as; a label counts only if it is one. */
  private static RecordCount expected(Row record, List<Row> records, List<Row> labels) {
    Integer key = record.key();
    if (key == null) {
      return RecordCount.WITHOUT_KEY;
    }
    if (records.stream().filter(each -> key.equals(each.key())).count() > 1) {
      return RecordCount.PREDICTED_TWICE;
    }
    long found = labels.stream().filter(each -> key.equals(each.key()) && each.y() != null).count();
    return found == 0
        ? RecordCount.UNLABELLED
        : found == 1 ? RecordCount.EVALUATED : RecordCount.LABELLED_TWICE;
  }

  private static RecordCount kind(@Nullable FoundLabels found) {
    return found == null ? RecordCount.UNLABELLED : found.kind();
  }

  @Test
  void asASearchThroughAllOfThem() throws Exception {
    for (int seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      List<Row> records = random(random, 1 + random.nextInt(80));
      List<Row> labels = random(random, random.nextInt(80));
      FilesSource source = source(NUMBERS, numbers(records), 1 + random.nextInt(30));
      LabelFiles files =
          new LabelFiles(
              source(NUMBERS, numbers(labels), 1 + random.nextInt(30)), "key", List.of("y"));
      HandJoin join = new HandJoin(random);
      List<RowLabels> found = join.run(source.groups(), files, model, 1 + random.nextInt(4));
      int row = 0;
      for (int group = 0; group < found.size(); group++) {
        long rows = source.groups().get(group).splits().get(0).split().rows();
        for (int i = 0; i < rows; i++, row++) {
          Row record = records.get(row);
          FoundLabels labelsOfRow = found.get(group).at(i);
          assertThat(kind(labelsOfRow))
              .as("row %d of seed %d", row, seed)
              .isEqualTo(expected(record, records, labels));
          if (labelsOfRow != null && labelsOfRow.kind() == RecordCount.EVALUATED) {
            assertThat(labels).contains(new Row(record.key(), labelsOfRow.values()[0]));
          }
        }
      }
      assertThat(row).isEqualTo(records.size());
      assertThat(join.notPredicted())
          .isEqualTo(
              labels.stream()
                  .filter(each -> each.y() != null)
                  .filter(
                      each ->
                          each.key() == null
                              || records.stream().noneMatch(r -> each.key().equals(r.key())))
                  .count());
    }
  }

  @Test
  void faultsNameTheKey() throws Exception {
    FilesSource records =
        source(ROWS, List.of(text("a", ""), text("b", ""), text("b", ""), text("c", "")), 2);
    LabelFiles labels =
        new LabelFiles(
            source(
                ROWS,
                List.of(text("a", "much"), text("c", "1"), text("c", "1"), text("d", "2")),
                3),
            "key",
            List.of("y"));
    List<RowLabels> found = new HandJoin(new Random(1)).run(records.groups(), labels, model, 3);
    assertThat(found.get(0).at(0))
        .extracting(FoundLabels::fault)
        .isEqualTo("the key a: The label of y must be a finite number, but is much");
    assertThat(found.get(0).at(1))
        .extracting(FoundLabels::fault)
        .isEqualTo("another record has the key b, too");
    assertThat(found.get(1).at(0))
        .extracting(FoundLabels::kind)
        .isEqualTo(RecordCount.PREDICTED_TWICE);
    assertThat(found.get(1).at(1))
        .extracting(FoundLabels::fault)
        .isEqualTo("several labels have the key c");
  }

  /** What would be gathered in one place grows with splits, and not with rows. */
  @Test
  void aKeyOfAllRowsTravelsOnceForEachSplit() throws Exception {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      rows.add(new Row(7, 1.0));
    }
    FilesSource source = source(NUMBERS, numbers(rows), 500);
    HandJoin join = new HandJoin(new Random(1));
    List<RowLabels> found =
        join.run(source.groups(), new LabelFiles(source, "key", List.of("y")), model, 5);
    assertThat(found).hasSize(4);
    assertThat(kind(found.get(3).at(499))).isEqualTo(RecordCount.PREDICTED_TWICE);
    assertThat(join.keyBytes()).isLessThan(400);
  }
}
