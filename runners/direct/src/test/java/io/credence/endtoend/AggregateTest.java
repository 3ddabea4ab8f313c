package io.credence.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.credence.cli.command.ExitCode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Totals of groups, held against what scoring says of their records. */
class AggregateTest {

  private static final int SAMPLES = 50;

  private final Gauge gauge;

  AggregateTest(@TempDir Path folder) {
    gauge = new Gauge(folder);
  }

  private List<String> arguments(String input, String output, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "aggregate",
                "--input=" + gauge.path(input),
                "--output=" + gauge.path(output),
                "--targetParallelism=2"));
    String all = String.join(" ", more);
    if (!all.contains("--numSamples=")) {
      arguments.add("--numSamples=" + SAMPLES);
    }
    if (!all.contains("--model=")) {
      arguments.add("--model=" + gauge.path("model"));
    }
    if (!all.contains("--keyField=")) {
      arguments.add("--keyField=id");
    }
    if (!all.contains("--sum=") && !all.contains("--mean=")) {
      arguments.add("--sum=y");
    }
    arguments.addAll(List.of(more));
    return arguments;
  }

  private Run aggregate(String input, String output, String... more) {
    return Run.of(arguments(input, output, more));
  }

  /** The rows of a table of totals, by grouping and values. */
  private Map<String, Group> totals(String output, String... by) {
    Map<String, Group> totals = new TreeMap<>();
    for (Group row : gauge.scored(output)) {
      StringBuilder key = new StringBuilder(row.getString("grouping", 0));
      for (String column : by) {
        boolean none = row.getFieldRepetitionCount(column) == 0;
        key.append('|').append(none ? "-" : row.getValueToString(index(row, column), 0));
      }
      assertThat(totals.put(key.toString(), row)).isNull();
    }
    return totals;
  }

  private static int index(Group row, String column) {
    return row.getType().getFieldIndex(column);
  }

  private static double[] doubles(Group row, String column) {
    Group list = row.getGroup(column, 0);
    double[] values = new double[list.getFieldRepetitionCount(0)];
    for (int i = 0; i < values.length; i++) {
      values[i] = list.getGroup(0, i).getDouble(0, 0);
    }
    return values;
  }

  /** Sample by sample, the double nearest to the exact sum over scored rows. */
  private static double[] sum(List<Group> rows) {
    BigDecimal[] sums = new BigDecimal[SAMPLES];
    Arrays.fill(sums, BigDecimal.ZERO);
    for (Group row : rows) {
      double[] samples = doubles(row, "y_pred_samples");
      Arrays.setAll(sums, i -> sums[i].add(new BigDecimal(samples[i])));
    }
    return Arrays.stream(sums).mapToDouble(BigDecimal::doubleValue).toArray();
  }

  private List<Group> scored(String... more) {
    List<String> options = new ArrayList<>(List.of(more));
    options.addAll(List.of("--emitSamples", "--keyField=id", "--numSamples=" + SAMPLES));
    gauge.score(options.toArray(String[]::new)).done();
    return gauge.scored("out");
  }

  @Test
  void aTotalIsTheSumWithinEachDraw() {
    gauge.input("in/a.parquet", Gauge.rows(200));
    List<Group> scored = scored();
    Run run = aggregate("in", "totals", "--by=kind", "--by=", "--emitSamples").done();
    Map<String, Group> totals = totals("totals", "kind");
    assertThat(totals).containsOnlyKeys("kind|a", "kind|b", "|-");
    for (String kind : List.of("a", "b")) {
      Group total = totals.get("kind|" + kind);
      List<Group> of =
          scored.stream().filter(row -> row.getString("kind", 0).equals(kind)).toList();
      assertThat(doubles(total, "y_sum_pred_samples")).containsExactly(sum(of));
      assertThat(total.getLong("n_records", 0)).isEqualTo(100);
      assertThat(total.getLong("n_dead_letters", 0)).isZero();
      assertThat(total.getFieldRepetitionCount("problem")).isZero();
    }
    assertThat(doubles(totals.get("|-"), "y_sum_pred_samples")).containsExactly(sum(scored));
    assertThat(run.out()).anyMatch(line -> line.matches("groups +3"));
    assertThat(run.out().get(0)).startsWith("kind").contains("y_sum_pred_lower");
  }

  @Test
  void orderFilesAndThreadsHaveNoInfluenceOnABit() throws Exception {
    List<Group> rows = new ArrayList<>(Gauge.rows(160));
    rows.set(17, Gauge.row(17, null, 1.0, "a"));
    gauge.input("one/a.parquet", rows);
    Collections.shuffle(rows, new Random(3));
    for (int i = 0; i < 16; i++) {
      gauge.input(
          String.format(Locale.ROOT, "sixteen/%02d.parquet", i), rows.subList(i * 10, i * 10 + 10));
    }
    String[] same = {"--by=kind", "--by=", "--by=id,kind", "--mean=y", "--sum=y", "--emitSamples"};
    aggregate("one", "first", same).done();
    aggregate("sixteen", "second", same).done();
    assertThat(table("second")).isEqualTo(table("first"));
  }

  private byte[] table(String output) throws IOException {
    List<Path> files = gauge.files(output, ".parquet");
    assertThat(files).hasSize(1);
    return Files.readAllBytes(files.get(0));
  }

  /** Memory holds some 1,300 groups of 2,000 samples; in many files, no thread has as many. */
  @Test
  void moreGroupsThanMemoryHoldsComeOutAlike() throws Exception {
    List<Group> rows = Gauge.rows(3_000);
    gauge.input("one/a.parquet", rows);
    for (int i = 0; i < 6; i++) {
      gauge.input("six/%s.parquet".formatted(i), rows.subList(i * 500, i * 500 + 500));
    }
    String[] same = {"--by=id", "--by=", "--numSamples=2000", "--bins=0", "--fsync=false"};
    aggregate("one", "first", same).done();
    aggregate("six", "second", same).done();
    assertThat(table("second")).isEqualTo(table("first"));
    assertThat(totals("first", "id")).hasSize(3_001);
  }

  /** More than are open at once. */
  @Test
  void hundredsOfFilesAreMergedInSteps() throws Exception {
    List<Group> rows = Gauge.rows(300);
    gauge.input("one/a.parquet", rows);
    for (int i = 0; i < 300; i++) {
      gauge.input(String.format(Locale.ROOT, "many/%03d.parquet", i), rows.subList(i, i + 1));
    }
    String[] same = {"--by=kind", "--fsync=false"};
    aggregate("one", "first", same).done();
    aggregate("many", "second", same).done();
    assertThat(table("second")).isEqualTo(table("first"));
    assertThat(gauge.files("second", "")).noneMatch(Files::isDirectory);
  }

  @Test
  void aMeanIsTheSumDividedByTheRecords() {
    gauge.input("in/a.parquet", Gauge.rows(7));
    double[] sum = sum(scored());
    aggregate("in", "totals", "--mean=y", "--emitSamples").done();
    assertThat(doubles(totals("totals").get(""), "y_mean_pred_samples"))
        .containsExactly(Arrays.stream(sum).map(each -> each / 7).toArray());
  }

  @Test
  void deadLettersAreCountedInTheirGroups() {
    List<Group> rows = new ArrayList<>(Gauge.rows(4));
    rows.add(Gauge.row(4, null, 1.0, "a"));
    rows.add(Gauge.row(5, 1.0, -1.0, "b"));
    rows.add(Gauge.row(6, 1.0, 1.0, "c"));
    rows.add(Gauge.row(7, 1.0, 1.0, null));
    gauge.input("in/a.parquet", rows);
    Run run = aggregate("in", "totals", "--by=kind", "--by=").done();
    Map<String, Group> totals = totals("totals", "kind");
    assertThat(totals.keySet()).containsExactly("kind|-", "kind|a", "kind|b", "kind|c", "|-");
    assertThat(counts(totals)).containsExactly("0+1", "2+1", "2+1", "0+1", "4+4");
    for (String none : List.of("kind|-", "kind|c")) {
      Group total = totals.get(none);
      assertThat(total.getString("problem", 0))
          .isEqualTo("None of the records could be scored; the dead letters say why");
      assertThat(total.getFieldRepetitionCount("y_sum_pred")).isZero();
      assertThat(total.getFieldRepetitionCount("y_sum_pred_density")).isZero();
      assertThat(total.getString("model_name", 0)).isEqualTo("gauge");
    }
    assertThat(gauge.letters("totals/dead-letters"))
        .extracting(letter -> letter.path("code").asText())
        .containsExactlyInAnyOrder(
            "MISSING_FEATURE", "INVALID_PARAMETER", "UNSEEN_LEVEL", "MISSING_FEATURE");
    JsonNode account = gauge.json("totals/_manifest.json");
    assertThat(account.path("read").asLong()).isEqualTo(8);
    assertThat(account.path("scored").asLong()).isEqualTo(4);
    assertThat(account.at("/outputs/0/records").asLong()).isEqualTo(5);
    assertThat(account.at("/options/by").toString()).isEqualTo("[[\"kind\"],[]]");
    assertThat(run.out()).anyMatch(line -> line.matches("dead letters +4"));
    Run.of("verify", gauge.path("totals").toString()).done();
  }

  private static List<String> counts(Map<String, Group> totals) {
    return totals.values().stream()
        .map(row -> row.getLong("n_records", 0) + "+" + row.getLong("n_dead_letters", 0))
        .toList();
  }

  @Test
  void tooManyDeadLettersGiveTheRunUp() {
    gauge.input("in/a.parquet", List.of(Gauge.row(1, null, 1.0, "a"), Gauge.row(2, 1.0, 1.0, "a")));
    Run run = aggregate("in", "totals", "--maxDeadLetterShare=0.1");
    assertThat(run.exit()).isEqualTo(ExitCode.TOO_MANY_DEAD_LETTERS);
    assertThat(gauge.files("totals", ".parquet")).isEmpty();
  }

  @Test
  void theTotalOfNoRecordsIsARowThatSaysSo() {
    gauge.input("in/a.parquet", List.of());
    aggregate("in", "totals", "--by=kind", "--by=").done();
    Map<String, Group> totals = totals("totals", "kind");
    assertThat(totals).containsOnlyKeys("|-");
    assertThat(totals.get("|-").getString("problem", 0)).isEqualTo("There are no records");
    assertThat(counts(totals)).containsExactly("0+0");
  }

  @Test
  void aTotalBeyondDoublesHasNoFigures() {
    gauge.input(
        "in/a.parquet",
        List.of(
            Gauge.row(1, 7e307, 1.0, "a"),
            Gauge.row(2, 7e307, 1.0, "a"),
            Gauge.row(3, 1.0, 1.0, "b")));
    aggregate("in", "totals", "--by=kind", "--bins=0").done();
    Map<String, Group> totals = totals("totals", "kind");
    assertThat(totals.get("kind|a").getString("problem", 0))
        .isEqualTo("y_sum must be finite, but is Infinity in sample 0 of 50");
    assertThat(counts(totals)).containsExactly("2+0", "1+0");
    assertThat(totals.get("kind|b").getFieldRepetitionCount("problem")).isZero();
  }

  @Test
  void aKeyOfSeveralRecordsGivesTheRunUp() {
    List<Group> rows = new ArrayList<>(Gauge.rows(50));
    gauge.input("in/a.parquet", rows);
    gauge.input("in/b.parquet", List.of(Gauge.row(7, 1.0, 1.0, "a"), Gauge.row(7, 2.0, 1.0, "b")));
    Run run = aggregate("in", "totals");
    assertThat(run.exit()).isEqualTo(ExitCode.GATE_NOT_MET);
    String places =
        "id=7: %s row 7, %s row 0, %s row 1"
            .formatted(
                gauge.path("in/a.parquet"), gauge.path("in/b.parquet"), gauge.path("in/b.parquet"));
    assertThat(run.err())
        .containsExactly(
            "The run was given up: 3 records have 1 keys that others have, too, such as "
                + places
                + "; a key must be unique, or records share their noise and their sum has too much"
                + " of it; --duplicates=report sums them all the same");
    assertThat(gauge.files("totals", ".parquet")).isEmpty();
    assertThat(gauge.json("totals/_failed.json").at("/duplicate_keys/keys").asLong()).isOne();
    Run reported = aggregate("in", "totals", "--duplicates=report", "--overwrite").done();
    assertThat(reported.out()).contains("several records: " + places);
    assertThat(gauge.json("totals/_manifest.json").at("/duplicate_keys/records").asLong())
        .isEqualTo(3);
    assertThat(counts(totals("totals"))).containsExactly("52+0");
  }

  @Test
  void aRecordWithoutAKeyIsADeadLetter() {
    MessageType optional =
        MessageTypeParser.parseMessageType(
            Gauge.SCHEMA.toString().replace("required int64 id", "optional int64 id"));
    Group keyless = new SimpleGroup(optional);
    keyless.append("x", 1.0).append("spread", 1.0).append("kind", "a");
    gauge.input("in/a.parquet", optional, List.of(keyless));
    aggregate("in", "totals").done();
    assertThat(counts(totals("totals"))).containsExactly("0+1");
    assertThat(gauge.letters("totals/dead-letters").get(0).path("code").asText())
        .isEqualTo("MISSING_KEY");
  }

  private static final MessageType WEIGHTED =
      MessageTypeParser.parseMessageType(
          """
          message weighted {
            required int64 id;
            required double x;
            required double spread;
            required binary kind (STRING);
            required int32 day (DATE);
            optional double units;
          }
          """);

  private static Group weighted(long id, int day, @Nullable Double units) {
    Group row = new SimpleGroup(WEIGHTED);
    row.append("id", id).append("x", 1.0 * id).append("spread", 1.0).append("kind", "a");
    row.append("day", day);
    if (units != null) {
      row.append("units", units);
    }
    return row;
  }

  @Test
  void weightsMultiplySamples() {
    gauge.input(
        "in/a.parquet",
        WEIGHTED,
        List.of(weighted(1, 0, 2.0), weighted(2, 0, 0.0), weighted(3, 1, -1.0)));
    List<Group> scored = scored();
    aggregate("in", "totals", "--weight=units", "--by=day", "--emitSamples").done();
    Map<String, Group> totals = totals("totals", "day");
    double[] first = doubles(scored.get(0), "y_pred_samples");
    assertThat(doubles(totals.get("day|0"), "y_sum_pred_samples"))
        .containsExactly(Arrays.stream(first).map(each -> 2 * each).toArray());
    double[] third = doubles(scored.get(2), "y_pred_samples");
    assertThat(doubles(totals.get("day|1"), "y_sum_pred_samples"))
        .containsExactly(Arrays.stream(third).map(each -> -each).toArray());
    assertThat(totals.get("day|0").getDouble("total_weight", 0)).isEqualTo(2);
    assertThat(totals.get("day|0").getType().getType("day").toString())
        .contains("int32 day (DATE)");
  }

  @Test
  void aWeightThatMeansNothingIsADeadLetter() {
    gauge.input(
        "in/a.parquet",
        WEIGHTED,
        List.of(
            weighted(1, 0, null),
            weighted(2, 0, Double.NaN),
            weighted(3, 0, -1.0),
            weighted(4, 0, 3.0),
            weighted(5, 1, 0.0)));
    aggregate("in", "totals", "--weight=units", "--mean=y", "--by=day").done();
    assertThat(gauge.letters("totals/dead-letters"))
        .extracting(letter -> letter.path("message").asText())
        .containsExactly(
            "The weight 'units' is missing",
            "The weight 'units' must be finite, but is NaN",
            "The weight 'units' must be at least 0 where a mean is asked for, but is -1.0");
    Map<String, Group> totals = totals("totals", "day");
    assertThat(counts(totals)).containsExactly("1+3", "1+0");
    assertThat(totals.get("day|1").getString("problem", 0))
        .isEqualTo("The weights of all records are 0, so they have no mean");
  }

  /** All records of a new level share its effect within a draw, and so the total is wide. */
  @Test
  void recordsOfANewLevelShareItsEffect() {
    List<Group> rows = new ArrayList<>();
    for (int id = 0; id < 100; id++) {
      rows.add(Gauge.row(id, 0.0, 1e-9, "new"));
    }
    gauge.input("in/a.parquet", rows);
    String model = "--model=" + gauge.tolerantModel();
    aggregate("in", "totals", model, "--numSamples=1000", "--bins=0").done();
    // 100 times one effect of normal(0, 2), whose sd is known to 2.2 %; independent ones: 20.
    assertThat(totals("totals").get("").getDouble("y_sum_pred_sd", 0)).isBetween(180.0, 220.0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --by=kind,kind          | --by=kind,kind: names a column twice
          --by=kind --by=kind     | --by=kind: makes groups that another --by makes
          --by= --by=             | --by=: makes groups that another --by makes
          --by=kind,              | --by=kind,: has a column without a name
          --by=colour             | --by=colour: the input has no such column; it has: id, kind, spread, x
          --sum=z                 | --sum, --mean: The model has no output 'z'; it has: [y]
          --sum=y,y               | --sum, --mean: y_sum is asked for twice
          --weight=kind           | --weight=kind: must be a single number, but the input has 'optional binary kind (STRING)'
          --duplicates=keep       | --duplicates=keep: must be fail or report
          --exceed=y:5            | --exceed: There is no total 'y'; there are: y_sum
          --maxDeadLetterShare=7  | --maxDeadLetterShare: must be from 0 to 1, but is 7.0
          """)
  void aRequestThatCanNotBeMetIsRefused(String options, String line) {
    gauge.input("in/a.parquet", Gauge.rows(2));
    aggregate("in", "totals", options.split(" ", -1)).refused(line);
  }

  @Test
  void allThatIsMissingIsNamed() {
    Run.of("aggregate")
        .refused(
            "--model is required; credence help aggregate explains it",
            "--input is required; credence help aggregate explains it",
            "--keyField is required; credence help aggregate explains it",
            "--sum or --mean is required; credence help aggregate explains them",
            "--output is required; credence help aggregate explains it");
  }

  @Test
  void aColumnOfTheTotalsIsNoGroup() {
    MessageType schema =
        MessageTypeParser.parseMessageType(
            Gauge.SCHEMA.toString().replace("}", "required int64 N_Records;\n}"));
    gauge.input("in/a.parquet", schema, List.of());
    aggregate("in", "totals", "--by=N_Records")
        .refused("--by=n_records: the totals have a column of this name; rename that of the input");
  }
}
