package io.credence.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credence.cli.command.ExitCode;
import io.credence.parquet.Files;
import io.credence.parquet.ParquetInput;
import io.credence.parquet.SchemaUnion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns that are null in one file, which then can't tell their type, and not in another. */
class UnknownTypesTest {

  private static final String NULL = "optional int32 note (UNKNOWN);";
  private static final String TEXT = "required binary note (STRING);";

  private final Gauge gauge;

  UnknownTypesTest(@TempDir Path folder) {
    gauge = new Gauge(folder);
  }

  private static MessageType schema(String note) {
    return MessageTypeParser.parseMessageType(
        "message gauge { required double x; optional double spread; optional binary kind (STRING); "
            + note
            + " }");
  }

  private static Group row(String note) {
    return new SimpleGroup(schema(note)).append("x", 1.0).append("spread", 1.0).append("kind", "a");
  }

  @Test
  void outputsHaveTheTypeOfTheFileThatKnows() {
    gauge.input("in/a.parquet", schema(NULL), List.of(row(NULL)));
    gauge.input("in/b.parquet", schema(TEXT), List.of(row(TEXT).append("note", "late")));
    gauge.input("in/c.parquet", schema(NULL), List.of(row(NULL)));
    Run run = gauge.score();
    assertThat(run.err())
        .containsExactly(
            "Null in some of the files, and written with the type that it has in others: note");
    assertThat(run.exit()).isEqualTo(ExitCode.DONE);

    List<Path> parts = gauge.files("out", ".parquet");
    assertThat(parts).hasSize(3);
    assertThat(parts)
        .extracting(part -> gauge.schema(part).getFields())
        .allMatch(fields -> fields.equals(gauge.schema(parts.get(0)).getFields()));
    assertThat(gauge.schema(parts.get(0)).getType("note"))
        .hasToString("optional binary note (STRING)");
    List<Group> rows = gauge.scored("out");
    assertThat(rows)
        .extracting(row -> row.getFieldRepetitionCount("note"))
        .containsExactly(0, 1, 0);
    assertThat(rows.get(1).getString("note", 0)).isEqualTo("late");
  }

  @Test
  void threeFilesThatCantBeOneAreRefused() {
    Path number = gauge.input("in/b.parquet", schema("optional int32 note;"), List.of());
    Path text = gauge.input("in/c.parquet", schema(TEXT), List.of());
    gauge.input("in/a.parquet", schema(NULL), List.of());
    gauge
        .score()
        .refused(
            "%s has other columns than %s: it has 'required binary note (STRING)' in place of 'optional int32 note'; score them in runs of their own"
                .formatted(text, number));
  }

  /** Files of pyarrow, where lists of nulls have a type of their own. */
  @Test
  void listsOfNullsAreListsOfAnything() throws Exception {
    ParquetInput monday = fixture("monday");
    ParquetInput tuesday = fixture("tuesday");
    SchemaUnion union = SchemaUnion.of(List.of(monday.schema(), tuesday.schema()));
    assertThat(union.fits(monday.schema())).isTrue();
    assertThat(union.fits(tuesday.schema())).isTrue();
    assertThat(union.schema().getFields()).isEqualTo(tuesday.schema().getFields());
    ParquetInput written = monday.writtenAs(union.schema());
    assertThat(Files.groups(written.split(0, written.rows())))
        .hasToString(Files.groups(monday.split(0, monday.rows())).toString());
  }

  /**
   * Some writers say of types that they have no word for, such as intervals, that they are unknown.
   */
  @Test
  void aValueWhereAFileSaysThatThereIsNoneIsAFault() throws Exception {
    Path file =
        gauge.input("in/a.parquet", schema(NULL), List.of(row(NULL), row(NULL).append("note", 7)));
    ParquetInput input = Files.open(file).writtenAs(schema("optional int32 note (DATE);"));
    assertThatThrownBy(() -> Files.groups(input.split(0, 2)))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "%s: row 1 in row group 0 cannot be read: its column note has a value, but the file says that it has none"
                .formatted(file));
    assertThat(Files.groups(input.split(0, 1))).hasSize(1);
  }

  private static ParquetInput fixture(String name) throws Exception {
    return Files.open(Files.fixture("null/" + name + ".parquet"));
  }
}
