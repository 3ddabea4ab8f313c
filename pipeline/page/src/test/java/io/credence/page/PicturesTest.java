package io.credence.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.credence.evaluation.Calibration;
import io.credence.evaluation.Calibration.Verdict;
import io.credence.page.facts.OutputFacts;
import io.credence.page.facts.SegmentFacts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What pictures say in words and tables. */
class PicturesTest {

  private static final OutputFacts FLAT = Samples.output("y", Samples.RIGHT, Samples.uniform());

  /** Labels at both ends more often than predicted. */
  private static final OutputFacts BOWL =
      Samples.output("y", Samples.WRONG, Samples.pit(bin -> 1 + Math.pow((bin - 49.5) / 50, 2)));

  private static String text(Picture picture) {
    return new String(picture.markup().bytes(), StandardCharsets.UTF_8);
  }

  @Test
  void aFlatPit() {
    assertThat(text(PitHistogram.of(FLAT, "a")))
        .contains("All bars lie within the band", "<bdi>0.95 to 1</bdi>", "<td>5 %</td>")
        .doesNotContain("bar off");
    assertThat(text(PitDifference.of(FLAT, "a")))
        .contains("The line stays within the envelope: nothing");
    assertThat(text(CoverageCurve.of(FLAT, "a")))
        .contains("50 % intervals hold 47 %, 95 % intervals hold 93 % of labels.", "\"curve\"");
  }

  @Test
  void aBowl() {
    assertThat(text(PitHistogram.of(BOWL, "a")))
        .contains("bars lie outside the band: intervals are too narrow", "\"bar off\"");
    assertThat(text(PitDifference.of(BOWL, "a")))
        .contains("The line leaves the envelope. It is farthest from 0 at 0.79: 74.2 % of labels");
    assertThat(text(CoverageCurve.of(BOWL, "a"))).contains("\"curve off\"");
  }

  @Test
  void looksAtTwoModelsAndAtTheCoverage() {
    assertThat(Differences.bounds(FLAT, "a").map(PicturesTest::text))
        .get(STRING)
        .contains("This model is better than the other, decided after 1,000 records.")
        .contains("class=\"band\"", "<bdi>10,000</bdi></th><td>−0.1</td>");
    assertThat(Differences.evidence(FLAT, "a").map(PicturesTest::text))
        .get(STRING)
        .contains("log e-value", "class=\"curve\"");
    assertThat(CoverageLooks.of(FLAT, "a").map(PicturesTest::text))
        .get(STRING)
        .contains("There is an alarm after 5,200 labels");
    OutputFacts classes = Samples.classes("y", 2);
    assertThat(Differences.bounds(classes, "a")).isEmpty();
    assertThat(Differences.evidence(classes, "a")).isEmpty();
    assertThat(CoverageLooks.of(classes, "a")).isEmpty();
  }

  @Test
  void tooFewLabels() {
    OutputFacts few =
        Samples.output("y", new Calibration(Verdict.INSUFFICIENT, List.of()), Samples.uniform());
    assertThat(text(PitHistogram.of(few, "a"))).contains("but there are too few labels to tell.");
    assertThat(text(PitDifference.of(few, "a"))).contains("but there are too few labels to tell.");
  }

  /** Bins 25 to 74 are within 50 %. */
  @Test
  void coverageIsCountedFromTheMiddle() {
    OutputFacts middle =
        Samples.output("y", Samples.WRONG, Samples.pit(bin -> bin >= 25 && bin < 75 ? 1 : 0));
    assertThat(text(CoverageCurve.of(middle, "a")))
        .contains("<bdi>24 %</bdi></th><td>48 %</td>", "<bdi>50 %</bdi></th><td>100 %</td>");
  }

  @Test
  void fiftyRecordsByQuantile() {
    String fan = text(Fan.of(FLAT, "a"));
    assertThat(fan).contains("0 of 50 labels lie outside", "<bdi>50</bdi></th><td>198</td>");
    assertThat(fan.split("class=\"median\"", -1)).hasSize(51);
    assertThat(fan.split("class=\"fan\"", -1)).hasSize(101);
  }

  @Test
  void theWorstSegmentsFirst() {
    Calibration few = new Calibration(Verdict.INSUFFICIENT, List.of());
    List<SegmentFacts> segments =
        List.of(
            Samples.segment("right", Samples.RIGHT, 0.05),
            Samples.segment("few", few, 0.9),
            Samples.segment("wrong", Samples.WRONG, 0.1),
            Samples.segment("worst", Samples.WRONG, 0.2));
    assertThat(SegmentOrder.worstFirst(segments))
        .extracting(SegmentFacts::name)
        .containsExactly("worst", "wrong", "right", "few");
  }

  @Test
  void segmentsInWords() {
    assertThat(text(Segments.of(FLAT, "a").orElseThrow()))
        .contains("1 of 2 segments is miscalibrated.", "<bdi>shop=b</bdi>")
        .contains("<td>miscalibrated: intervals are too narrow</td>", "dot off");
  }

  @Test
  void scoresAgainstWhatIsExpected() {
    assertThat(text(Scores.crps(FLAT, "a").orElseThrow()))
        .contains("For all records, the mean is 8.2, and the model expects 7.9.");
    assertThat(text(ClassShares.of(Samples.classes("k", 3), "a").orElseThrow()))
        .contains("3 of 3 classes came up more or less often than predicted.");
  }
}
