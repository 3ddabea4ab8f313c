package io.credence.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.cli.command.ExitCode;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files whose path holds columns, as {@code quarter=3} does. */
class HivePathsTest {

  private static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType(
          "message gauge { required double x; optional double spread; }");

  private static final MessageType WITH_KIND =
      MessageTypeParser.parseMessageType(
          "message gauge { required double x; optional double spread; optional binary kind (STRING); }");

  private final Gauge gauge;

  HivePathsTest(@TempDir Path folder) {
    gauge = new Gauge(folder);
  }

  private void input(String name) {
    Group good = new SimpleGroup(SCHEMA).append("x", 1.0).append("spread", 1.0);
    Group bad = new SimpleGroup(SCHEMA).append("x", 1.0);
    gauge.input(name, SCHEMA, List.of(good, bad));
  }

  private Run score() {
    return gauge.score("--input=" + gauge.path("in"));
  }

  @Test
  void becomeColumnsOfTheirRows() {
    input("in/kind=a/quarter=3/month=03/a.parquet");
    input("in/kind=b/quarter=__HIVE_DEFAULT_PARTITION__/month=x%2Fy/b.parquet");
    Run run = score();
    assertThat(run.err())
        .containsExactly(
            "Columns from the files' paths: kind (text), quarter (integer), month (text)");
    assertThat(run.exit()).isEqualTo(ExitCode.DONE);

    List<Group> rows = gauge.scored("out");
    assertThat(rows.get(0).getType().getFields().subList(2, 5))
        .hasToString(
            "[optional binary kind (STRING), optional int64 quarter, optional binary month (STRING)]");
    assertThat(rows).extracting(row -> row.getString("kind", 0)).containsExactly("a", "b");
    assertThat(rows).extracting(row -> row.getString("month", 0)).containsExactly("03", "x/y");
    assertThat(rows.get(0).getLong("quarter", 0)).isEqualTo(3);
    assertThat(rows.get(1).getFieldRepetitionCount("quarter")).isZero();
    assertThat(gauge.letters("out/dead-letters"))
        .extracting(letter -> letter.get("record").get("kind").textValue())
        .containsExactly("a", "b");
  }

  @Test
  void mustSayWhatAColumnOfTheFileSays() {
    gauge.input(
        "in/kind=b/a.parquet",
        WITH_KIND,
        List.of(
            new SimpleGroup(WITH_KIND).append("x", 1.0).append("spread", 1.0).append("kind", "b")));
    assertThat(score().exit()).isEqualTo(ExitCode.DONE);
    assertThat(gauge.scored("out").get(0).getType().getFieldIndex("kind")).isEqualTo(2);

    gauge.input(
        "in/kind=b/b.parquet",
        WITH_KIND,
        List.of(
            new SimpleGroup(WITH_KIND).append("x", 1.0).append("spread", 1.0).append("kind", "a")));
    Run clash = gauge.score("--input=" + gauge.path("in"), "--overwrite");
    assertThat(clash.exit()).isEqualTo(ExitCode.JOB_FAILED);
    assertThat(clash.err().get(1))
        .contains(
            "/in/kind=b/b.parquet: row 0 in row group 0 cannot be read: its column kind says a, but its path says b;");
  }

  @Test
  void mustFitTheModel() {
    gauge.input(
        "in/kind=a/spread=wide/a.parquet",
        MessageTypeParser.parseMessageType("message gauge { required double x; }"),
        List.of());
    score().refused("Feature 'spread' must be a double, but a path says spread=wide");
  }

  @Test
  void mustBeTheSameForAllFiles() {
    input("in/kind=a/a.parquet");
    input("in/kind=a/quarter=1/b.parquet");
    input("in/c.parquet");
    score()
        .refused(
            "%s has no NAME=VALUE in its path, and %s has kind=; some readers fill in nulls, others take none of them for columns: score them in runs of their own"
                .formatted(gauge.path("in/c.parquet"), gauge.path("in/kind=a/a.parquet")),
            "Feature 'kind': the input has no such column; it has: spread, x");
  }

  @Test
  void mustHaveOneValueOfEachName() {
    input("in/kind=/a.parquet");
    assertThat(score().err().get(0))
        .isEqualTo(
            "%s: 'kind=' in its path is an empty text to some readers and null to others; call the folder kind=__HIVE_DEFAULT_PARTITION__ if null is meant"
                .formatted(gauge.path("in/kind=/a.parquet")));
    gauge.path("in/kind=/a.parquet").toFile().delete();
    input("in/kind=a/kind=b/a.parquet");
    assertThat(score().err().get(0)).endsWith("/a.parquet: 'kind=' comes twice in its path");
  }
}
