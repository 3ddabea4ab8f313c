package io.credence.evaluation;

import static io.credence.evaluation.Reference.number;
import static io.credence.evaluation.Reference.numbers;
import static io.credence.evaluation.Reference.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.credence.summary.ClassSummary;
import io.credence.summary.Summarizer;
import io.credence.summary.Summary;
import io.credence.summary.SummarySpec;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The figures are those of scoringrules, SciPy, scikit-learn and ArviZ, of reference.py. */
class ScoresTest {

  private static Offset<Double> relative(double expected) {
    return within(1e-12 * Math.max(1e-300, Math.abs(expected)));
  }

  private static void same(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, relative(expected));
  }

  @Test
  void scoresOfSamples() throws Exception {
    for (String[] line : Reference.lines("samples")) {
      double[] x = numbers(line[1]);
      double y = number(line[2]);
      double[] sorted = x.clone();
      Arrays.sort(sorted);
      int n = x.length;
      double distance = SampleScores.meanDistance(x, n, y);
      double pairs = SampleScores.pairDistance(sorted, n);
      // Where both terms nearly cancel, so do their roundings, here and there.
      Offset<Double> cancelling = within(1e-12 * Math.max(distance, pairs / n / n));
      assertThat(distance - pairs / n / (n - 1)).isCloseTo(number(line[6]), cancelling);
      assertThat(distance - pairs / n / n).isCloseTo(number(line[7]), cancelling);
      same(pairs / n / (n - 1), number(line[8]));
      same(
          SampleScores.interval(number(line[4]), number(line[5]), number(line[3]), y),
          number(line[9]));
    }
    assertThat(SampleScores.interval(-1, 2, 0.95, 3)).isCloseTo(43.0, within(1e-12 * 43));
  }

  @Test
  void narrowestIntervals() throws Exception {
    for (String[] line : Reference.lines("hdi")) {
      double[] x = numbers(line[1]);
      SummarySpec spec = SummarySpec.defaults().withHdi(new double[] {number(line[2])});
      Summary summary = Summarizer.of(spec).summarize(x, x.length);
      assertThat(summary.hdiLower(0)).isEqualTo(number(line[3]));
      assertThat(summary.hdiUpper(0)).isEqualTo(number(line[4]));
    }
  }

  @Test
  void errorsOfNumbers() throws Exception {
    for (String[] line : Reference.lines("numbers")) {
      double[] prediction = numbers(line[1]);
      double[] y = numbers(line[2]);
      Means means = Means.of(3);
      for (int i = 0; i < y.length; i++) {
        means.add(0, Math.abs(prediction[i] - y[i]));
        means.add(1, (prediction[i] - y[i]) * (prediction[i] - y[i]));
        means.add(2, SampleScores.percentageError(prediction[i], y[i]));
      }
      same(means.mean(0), number(line[3]));
      same(Figure.plain("mse", means.mean(1)).sqrt("rmse").value(), number(line[4]));
      same(means.mean(2), number(line[5]));
      double cancelling = IntStream.range(0, y.length).mapToDouble(i -> Math.abs(y[i])).sum();
      means = Means.of(1);
      for (int i = 0; i < y.length; i++) {
        means.add(0, prediction[i] - y[i]);
      }
      assertThat(means.mean(0)).isCloseTo(number(line[6]), within(1e-14 * cancelling));
    }
  }

  @Test
  void aLabelOfZeroIsDividedByTheSmallestStep() {
    assertThat(SampleScores.percentageError(1, 0)).isEqualTo(1 / 2.220446049250313e-16);
  }

  @Test
  void wilsonsIntervals() throws Exception {
    for (String[] line : Reference.lines("share")) {
      long n = (long) number(line[2]);
      Figure figure = Figure.share("x", number(line[1]) / n, n);
      assertThat(figure.lower()).isCloseTo(number(line[3]), within(1e-12));
      assertThat(figure.upper()).isCloseTo(number(line[4]), within(1e-12));
    }
  }

  @Test
  void scoresOfClasses() throws Exception {
    for (String[] line : Reference.lines("classes")) {
      double[][] p = rows(line[1]);
      double[] y = numbers(line[2]);
      List<String> labels = IntStream.range(0, p[0].length).mapToObj(k -> "c" + k).toList();
      ClassQuantities quantities = new ClassQuantities(labels);
      ClassScorer scorer = new ClassScorer(quantities);
      OutputStatistics statistics = quantities.empty();
      for (int i = 0; i < y.length; i++) {
        scorer.score(ClassSummary.of(1, p[i]), (int) y[i]);
        scorer.addTo(statistics);
      }
      Means means = statistics.means();
      same(means.mean(ClassQuantities.LOG_SCORE), number(line[3]));
      same(means.mean(ClassQuantities.BRIER), number(line[4]));
      double z =
          (means.sum(ClassQuantities.BRIER) - means.sum(ClassQuantities.EXPECTED_BRIER))
              / Math.sqrt(means.sum(ClassQuantities.BRIER_VARIANCE));
      assertThat(z).isCloseTo(number(line[5]), within(1e-12 * y.length));
    }
  }
}
