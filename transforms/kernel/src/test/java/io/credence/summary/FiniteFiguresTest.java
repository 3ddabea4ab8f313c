package io.credence.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;
import org.junit.jupiter.api.Test;

/** Finite samples whose figures double precision cannot hold. */
class FiniteFiguresTest {

  private static final double LARGE = 1.7e308;

  private static Summary summary(SummarySpec spec, double... samples) throws UnscorableException {
    return Summarizer.of(spec).summarize(samples, samples.length);
  }

  private static void assertRefused(Summary summary, String message) {
    assertThatThrownBy(summary::requireFinite)
        .isInstanceOf(UnscorableException.class)
        .hasMessageStartingWith(message)
        .extracting(e -> ((UnscorableException) e).code())
        .isEqualTo(DeadLetterCode.NOT_FINITE_PREDICTION);
  }

  @Test
  void aSummaryIsHandedOnAsItIs() throws UnscorableException {
    Summary summary = summary(SummarySpec.defaults(), 1, 2, 3);
    assertThat(summary.requireFinite()).isSameAs(summary);
  }

  @Test
  void aSingleSampleHasNoStandardDeviation() throws UnscorableException {
    Summary summary = summary(SummarySpec.defaults(), 5);
    assertThat(summary.sd()).isNaN();
    assertThat(summary.requireFinite()).isSameAs(summary);
  }

  @Test
  void aMedianThatOverflows() throws UnscorableException {
    assertRefused(
        summary(SummarySpec.defaults().withBins(0), LARGE, LARGE),
        "The median must be finite, but is Infinity in double precision; the samples are about"
            + " 1.7E308");
  }

  @Test
  void aStandardDeviationThatOverflows() throws UnscorableException {
    assertRefused(
        summary(SummarySpec.defaults().withBins(0), -LARGE, LARGE),
        "The standard deviation must be finite, but is Infinity");
  }

  @Test
  void aDensityThatOverflows() throws UnscorableException {
    assertRefused(
        summary(SummarySpec.defaults().withBins(2), 0, 1e-310), "The density must be finite");
  }
}
