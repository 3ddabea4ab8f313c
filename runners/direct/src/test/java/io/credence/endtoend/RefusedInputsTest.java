package io.credence.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Input that can't be right is refused before anything starts. */
class RefusedInputsTest {

  private final Gauge gauge;
  private final Path file;

  RefusedInputsTest(@TempDir Path folder) {
    gauge = new Gauge(folder);
    file = gauge.input("in/a.parquet", Gauge.rows(30));
  }

  private static MessageType schema(String fields) {
    return MessageTypeParser.parseMessageType("message m { " + fields + " }");
  }

  @Test
  void anEmptyFile() throws IOException {
    Files.write(file, new byte[0]);
    gauge.score().refused(file + ": has 0 bytes; a Parquet file begins and ends with PAR1");
  }

  @Test
  void aFileThatIsNoParquet() throws IOException {
    Files.writeString(file, "id,x,spread\n1,2,3\n");
    gauge
        .score()
        .refused(
            file
                + ": is no Parquet file: begins with \"id,x,spread.\"; a Parquet file begins and"
                + " ends with PAR1");
  }

  @Test
  void aFileThatWasCutShort() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, 1_000));
    gauge
        .score()
        .refused(
            file
                + ": cut short: begins like a Parquet file, but after 1000 bytes there is no footer"
                + " at the end; copy or write it again");
  }

  @Test
  void severalBadFilesAreToldTogether() throws IOException {
    Path empty = Files.write(gauge.path("in/b.parquet"), new byte[0]);
    Path text = Files.writeString(gauge.path("in/c.parquet"), "PAR");
    gauge
        .score()
        .refused(
            empty + ": has 0 bytes; a Parquet file begins and ends with PAR1",
            text
                + ": is no Parquet file: begins with \"PAR\"; a Parquet file begins and ends with"
                + " PAR1");
  }

  @Test
  void aPatternThatNothingMatches() {
    String pattern = gauge.path("in/*.parq").toString();
    gauge
        .score("--input=" + pattern)
        .refused(
            "--input=" + pattern + ": no file matches; name a file, a folder or folder/*.parquet");
  }

  @Test
  void aFolderOfOtherFiles() throws IOException {
    Path folder = gauge.path("other");
    Files.createDirectories(folder.resolve("_temporary"));
    Files.createFile(folder.resolve("a.csv"));
    String input = "--input=" + folder;
    gauge
        .score(input)
        .refused(
            input + " leaves out 1 whose names begin with _ or a dot: " + folder + "/_temporary/",
            input + " leaves out 1 which are folders, or not named *.parquet: " + folder + "/a.csv",
            input + ": no file matches; name a file, a folder or folder/*.parquet");
  }

  @Test
  void filesOfDifferentColumns() {
    Path other =
        gauge.input(
            "in/b.parquet",
            schema(
                "required int64 id; optional float x; optional double spread; optional int32 new;"),
            List.of());
    gauge
        .score()
        .refused(
            "%s has other columns than %s: it has 'optional float x' in place of 'optional double x', it adds 'optional int32 new', it lacks 'optional binary kind (STRING)'; score them in runs of their own"
                .formatted(other, file));
  }

  @Test
  void textWhereANumberBelongs() {
    gauge.input(
        "in/a.parquet",
        schema("optional binary x (STRING); optional int32 spread (DATE); optional int64 kind;"),
        List.of());
    gauge
        .score()
        .refused(
            "Feature 'x' must be a double, but the input has 'optional binary x (STRING)'",
            "Feature 'spread' must be a double, but the input has 'optional int32 spread (DATE)';"
                + " type: timestamp, with unit and origin, makes a number of a date or time",
            "Feature 'kind' must be a string, but the input has 'optional int64 kind'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "optional int64 key (TIMESTAMP(MILLIS,true))",
        "optional int96 key",
        "optional int32 key (DATE)",
        "optional binary key",
        "repeated int64 key",
      })
  void aKeyThatIsNone(String key) {
    gauge.input(
        "in/a.parquet",
        schema(
            "optional double x; optional double spread; optional binary kind (STRING); "
                + key
                + ";"),
        List.of());
    gauge
        .score("--keyField=key")
        .refused(
            "--keyField=key: must be a single number, a text, true or false, but the input has '"
                + key
                + "'");
  }

  @Test
  void aGroupIsShownInOneLine() {
    gauge.input(
        "in/a.parquet",
        schema(
            "optional group x { optional double a; optional group b (LIST) { repeated group list {"
                + " optional int64 element; } } } optional double spread; optional binary kind"
                + " (STRING);"),
        List.of());
    gauge
        .score()
        .refused(
            "Feature 'x' must be a single double, but the input has 'optional group x { optional"
                + " double a; optional group b (LIST) { repeated group list { optional int64"
                + " element; } } }'");
  }

  @Test
  void aColumnThatDiffersFromOneOfScoringInItsCapitals() {
    gauge.input(
        "in/a.parquet",
        schema(
            "optional double x; optional double spread; optional binary kind (STRING); optional"
                + " double Y_PRED;"),
        List.of());
    gauge
        .score()
        .refused(
            "The input already has columns that scoring would add: Y_PRED (DuckDB, Spark and others"
                + " take it for y_pred); rename them, or the model's target");
  }

  @Test
  void aDamagedFileAmongOthers() throws IOException {
    Path twice =
        Files.copy(
            io.credence.parquet.Files.fixture("bad/column-twice.parquet"),
            gauge.path("in/b.parquet"));
    gauge.score().refused(twice + ": has two columns named 'a'; name each of them differently");
  }

  @Test
  void aDevice() {
    gauge
        .score("--input=/dev/null")
        .refused(
            "--input=/dev/null: can't be read: /dev/null: is a pipe or a device; Parquet is read at"
                + " positions, which only files have");
  }

  @Test
  void aPageSizeThatIsNone() {
    gauge
        .score("--maxPageBytes=1000")
        .refused("--maxPageBytes: must be from 1048576 to 2147483647, but is 1000");
  }

  @Test
  void listsAndMissingColumns() {
    gauge.input("in/a.parquet", schema("repeated double x; optional double Spread;"), List.of());
    gauge
        .score()
        .refused(
            "Feature 'x' must be a single double, but the input has 'repeated double x'",
            "Feature 'spread': the input has no such column (did you mean 'Spread'?); it has:"
                + " Spread, x",
            "Feature 'kind': the input has no such column; it has: Spread, x");
  }

  @Test
  void aColumnThatScoringWouldAdd() {
    gauge.input(
        "in/a.parquet",
        schema(
            "optional double x; optional double spread; optional binary kind (STRING); optional"
                + " double y_pred;"),
        List.of());
    gauge
        .score()
        .refused(
            "The input already has columns that scoring would add: y_pred; rename them, or the"
                + " model's target");
  }

  @Test
  void aFileWithoutRowsIsScoredIntoAFileWithoutRows() {
    gauge.input("in/a.parquet", List.of());
    gauge.score().done();
    assertThat(gauge.names("out")).containsExactly("_manifest.json", "part-00000-of-00001.parquet");
    assertThat(gauge.scored("out")).isEmpty();
    assertThat(gauge.schema(gauge.part("out")).getFields())
        .extracting(field -> field.getName())
        .startsWith("id", "x", "spread", "kind", "y_pred", "y_pred_mean");
    assertThat(gauge.json("out/_manifest.json").get("complete").booleanValue()).isTrue();
    assertThat(gauge.json("out/_manifest.json").get("read").longValue()).isZero();
    assertThat(gauge.json("out/_manifest.json").get("inputs")).hasSize(1);
  }
}
