package io.credence.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that can't be scored: none is lost, and each says why. */
class DeadLettersTest {

  private static final List<Group> GOOD = Gauge.rows(5);

  private final Gauge gauge;

  DeadLettersTest(@TempDir Path folder) {
    gauge = new Gauge(folder);
  }

  /** Scores five good records and one bad one, and gives back its dead letter. */
  private JsonNode letterOf(Group bad, String... options) {
    gauge.input("in/good.parquet", GOOD);
    Path file = gauge.input("in/mixed.parquet", List.of(GOOD.get(0), bad));
    Run run = gauge.score(options).done();
    JsonNode manifest = gauge.json("out/_manifest.json");
    assertThat(manifest.get("complete").booleanValue()).isTrue();
    assertThat(manifest.get("read").longValue()).isEqualTo(7);
    assertThat(manifest.get("scored").longValue()).isEqualTo(6);
    assertThat(manifest.at("/dead_letters/total").longValue()).isEqualTo(1);
    assertThat(gauge.scored("out")).hasSize(6);
    JsonNode letter = gauge.letters("out/dead-letters").get(0);
    assertThat(manifest.at("/dead_letters/by_code/" + letter.get("code").textValue()).longValue())
        .isEqualTo(1);
    assertThat(run.out())
        .containsSubsequence(
            "read                       7",
            "scored                     6",
            "dead letters               1",
            "  %-24s 1".formatted(letter.get("code").textValue()),
            "dead letters in            " + gauge.path("out/dead-letters"));
    assertThat(letter.at("/source/file").textValue()).isEqualTo(file.toString());
    assertThat(letter.at("/source/row").longValue()).isEqualTo(1);
    assertThat(letter.get("model_name").textValue()).isEqualTo("gauge");
    assertThat(letter.get("model_version").textValue()).isEqualTo("0.3.0");
    assertThat(letter.get("model_digest")).isEqualTo(manifest.at("/model/digest"));
    return letter;
  }

  private void assertLetter(Group bad, String code, String feature, String message) {
    JsonNode letter = letterOf(bad);
    assertThat(letter.get("message").textValue()).isEqualTo(message);
    assertThat(letter.get("code").textValue()).isEqualTo(code);
    assertThat(letter.get("feature").textValue()).isEqualTo(feature);
  }

  @Test
  void holdsTheColumnsThatMayLeaveTheInput() {
    JsonNode letter = letterOf(Gauge.row(1, null, 1.0, "a"), "--deadLetterColumns=id,x");
    assertThat(letter.get("record")).hasToString("{\"id\":1,\"x\":null}");
    assertThat(letter.get("message").textValue())
        .isEqualTo("Feature 'x' is missing and has no default");
    assertThat(letter.get("excerpt").booleanValue()).isTrue();
  }

  @Test
  void itsMessageQuotesNoOtherColumn() {
    JsonNode letter = letterOf(Gauge.row(1, Double.NaN, 1.0, "a"), "--deadLetterColumns=none");
    assertThat(letter.get("record")).isEmpty();
    assertThat(letter.get("feature").textValue()).isEqualTo("x");
    assertThat(letter.get("message").textValue()).startsWith("Left out, because it may quote");
  }

  @Test
  void aMissingValue() {
    assertLetter(
        Gauge.row(1, null, 1.0, "a"),
        "MISSING_FEATURE",
        "x",
        "Feature 'x' is missing and has no default");
  }

  @Test
  void notANumber() {
    assertLetter(
        Gauge.row(1, Double.NaN, 1.0, "a"),
        "NOT_FINITE",
        "x",
        "Feature 'x' must be finite, but is NaN");
  }

  @Test
  void infinity() {
    assertLetter(
        Gauge.row(1, 0.0, Double.POSITIVE_INFINITY, "a"),
        "NOT_FINITE",
        "spread",
        "Feature 'spread' must be finite, but is Infinity");
  }

  @Test
  void minusInfinity() {
    assertLetter(
        Gauge.row(1, Double.NEGATIVE_INFINITY, 1.0, "a"),
        "NOT_FINITE",
        "x",
        "Feature 'x' must be finite, but is -Infinity");
  }

  @Test
  void outOfRange() {
    assertLetter(
        Gauge.row(1, -1000.5, 1.0, "a"),
        "OUT_OF_RANGE",
        "x",
        "Feature 'x' must be >= -1000.0, but is -1000.5");
  }

  @Test
  void anUnseenLevelOfAModelWithoutAPolicy() {
    assertLetter(
        Gauge.row(1, 0.0, 1.0, "ö\n\"c\""),
        "UNSEEN_LEVEL",
        "kind",
        "Feature 'kind' has the level ö\n\"c\", which the model was not trained on");
  }

  @Test
  void anUnseenLevelOfAModelWithAPolicyIsScored() {
    gauge.input("in/a.parquet", List.of(GOOD.get(0), Gauge.row(1, 0.0, 1.0, "c")));
    gauge.score("--model=" + gauge.tolerantModel()).done();
    List<Group> rows = gauge.scored("out");
    assertThat(rows.get(0).getGroup("unseen_levels", 0).getFieldRepetitionCount("list")).isZero();
    assertThat(rows.get(1).getGroup("unseen_levels", 0).getGroup("list", 0).getString("element", 0))
        .isEqualTo("kind=c");
    assertThat(width(rows.get(1))).isGreaterThan(1.5 * width(rows.get(0)));
  }

  private static double width(Group row) {
    return row.getDouble("y_pred_upper", 0) - row.getDouble("y_pred_lower", 0);
  }

  @Test
  void aParameterThatIsZero() {
    assertLetter(
        Gauge.row(1, 0.0, 0.0, "a"),
        "INVALID_PARAMETER",
        "sigma",
        "sigma of normal must be > 0 and finite, but is 0.0 in sample 0 of 100");
  }

  @Test
  void aParameterThatIsNegative() {
    JsonNode letter = letterOf(Gauge.row(1, 0.0, -1.0, "a"));
    assertThat(letter.get("code").textValue()).isEqualTo("INVALID_PARAMETER");
    assertThat(letter.get("message").textValue())
        .startsWith("sigma of normal must be > 0 and finite, but is -");
  }

  @Test
  void aPredictionThatOverflows() {
    assertLetter(
        Gauge.row(1, 1e308, 1.0, "a"),
        "NOT_FINITE_PREDICTION",
        "mu",
        "mu of normal must be finite, but is Infinity in sample 0 of 100");
  }

  @Test
  void aFigureThatOverflows() {
    JsonNode letter = letterOf(Gauge.row(1, 0.8e308, 1.0, "a"), "--bins=0");
    assertThat(letter.get("code").textValue()).isEqualTo("NOT_FINITE_PREDICTION");
    assertThat(letter.get("message").textValue())
        .isEqualTo(
            "The median must be finite, but is Infinity in double precision; the samples are about"
                + " 1.6E308");
    assertThat(letter.get("feature").isNull()).isTrue();
  }

  @Test
  void aHistogramThatDoublePrecisionCannotHold() {
    JsonNode letter = letterOf(Gauge.row(1, 1e17, 10.0, "a"));
    assertThat(letter.get("code").textValue()).isEqualTo("DEGENERATE_HISTOGRAM");
    assertThat(letter.get("message").textValue())
        .startsWith("The samples must span a range that double precision can cut into 10 bins,");
  }

  @Test
  void aMissingKey() {
    gauge.input("in/a.parquet", List.of(GOOD.get(0), Gauge.row(1, 0.0, 1.0, null)));
    gauge.score("--keyField=kind").done();
    assertThat(gauge.letters("out/dead-letters").get(0).get("message").textValue())
        .isEqualTo("The key field 'kind' is missing");
    assertThat(gauge.letters("out/dead-letters").get(0).get("code").textValue())
        .isEqualTo("MISSING_KEY");
  }

  @Test
  void theRecordIsCarriedAsItWas() {
    assertThat(letterOf(Gauge.row(1, null, Double.NaN, "\u0000\u2028é")).get("record"))
        .hasToString("{\"id\":1,\"x\":null,\"spread\":\"NaN\",\"kind\":\"\\u0000\u2028é\"}");
  }

  @Test
  void anotherFolderForThem() {
    gauge.input("in/a.parquet", List.of(GOOD.get(0), Gauge.row(1, null, 1.0, "a")));
    gauge.score("--deadLetters=" + gauge.path("rejected")).done();
    assertThat(gauge.letters("rejected")).hasSize(1);
    assertThat(gauge.names("rejected")).containsExactly("_part-00000-of-00001.jsonl");
    assertThat(gauge.names("out")).containsExactly("_manifest.json", "part-00000-of-00001.parquet");
  }

  @Test
  void noRecordAtAllCanBeScored() {
    gauge.input("in/a.parquet", List.of(Gauge.row(1, null, 1.0, "a")));
    gauge.score().done();
    assertThat(gauge.scored("out")).isEmpty();
    assertThat(gauge.letters("out/dead-letters")).hasSize(1);
  }
}
