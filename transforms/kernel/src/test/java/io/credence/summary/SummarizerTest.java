package io.credence.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SummarizerTest {

  private static final SummarySpec ALL =
      SummarySpec.defaults().withHdi(0.5, 0.95).withEti(0.9).withExceedance(0, 2.5);

  @Provide
  Arbitrary<double[]> nasty() {
    return Samples.nasty();
  }

  @Provide
  Arbitrary<double[]> moderate() {
    return Samples.moderate();
  }

  @Provide
  Arbitrary<double[]> integers() {
    return Samples.integers();
  }

  @Property
  void theOrderOfSamplesHasNoInfluenceBeyondRounding(
      @ForAll("nasty") double[] samples, @ForAll Random random) throws UnscorableException {
    SummarySpec spec = ALL.withBins(0);
    double[] shuffled = Samples.shuffled(samples, random);

    assertSame(summarize(spec, shuffled), summarize(spec, samples));
  }

  @Property
  void theOrderOfSamplesHasNoInfluenceOnTheHistogram(
      @ForAll("moderate") double[] samples, @ForAll Random random) throws UnscorableException {
    assertSame(summarize(ALL, Samples.shuffled(samples, random)), summarize(ALL, samples));
  }

  /** Mean and sd are added up in the order of samples; the sign of a zero is left open. */
  private static void assertSame(Summary one, Summary other) {
    assertThat(one.median() == other.median()).isTrue();
    assertThat(same(one.hdi(), other.hdi())).isTrue();
    assertThat(same(one.eti(), other.eti())).isTrue();
    assertThat(one.exceedance()).containsExactly(other.exceedance());
    assertThat(same(one.binEdges(), other.binEdges())).isTrue();
    assertThat(one.density()).containsExactly(other.density());
  }

  private static boolean same(double[] one, double[] other) {
    return IntStream.range(0, other.length).allMatch(i -> one[i] == other[i]);
  }

  /** One summarizer that saw other records before gives what a new one gives. */
  @Property
  void noRecordLeavesATraceInTheNext(
      @ForAll("moderate") double[] earlier, @ForAll("moderate") double[] samples)
      throws UnscorableException {
    Summarizer used = Summarizer.of(ALL);
    used.summarize(earlier, earlier.length);

    assertThat(used.summarize(samples, samples.length)).isEqualTo(summarize(ALL, samples));
  }

  @Property
  void wholeNumbersShiftExactly(
      @ForAll("integers") double[] samples, @ForAll @IntRange(min = -9999, max = 9999) int shift)
      throws UnscorableException {
    Summary summary = summarize(ALL, samples);
    Summary shifted =
        summarize(
            ALL.withExceedance(shift, 2.5 + shift),
            Arrays.stream(samples).map(x -> x + shift).toArray());

    assertThat(shifted.median()).isEqualTo(summary.median() + shift);
    assertThat(shifted.hdi()).containsExactly(plus(summary.hdi(), shift));
    assertThat(shifted.sd()).isEqualTo(Double.valueOf(summary.sd())); // NaN for one sample
    assertThat(shifted.exceedance()).containsExactly(summary.exceedance());
  }

  @Example
  void tiesTwoValuesAndASingleOne() throws UnscorableException {
    Summary ties = summarize(ALL, 7, 7, 7, 7);
    assertThat(ties.median()).isEqualTo(7);
    assertThat(ties.sd()).isZero();
    assertThat(ties.hdi()).containsOnly(7);
    assertThat(ties.exceedance()).containsExactly(1, 1);

    Summary two = summarize(ALL, 3, 1);
    assertThat(two.median()).isEqualTo(2);
    assertThat(two.hdiLower(1)).isEqualTo(1);
    assertThat(two.hdiUpper(1)).isEqualTo(3);
    assertThat(two.exceedance()).containsExactly(1, 0.5);

    Summary single = summarize(ALL, 7);
    assertThat(single.n()).isEqualTo(1);
    assertThat(single.sd()).isNaN();
    assertThat(single.binEdges()).startsWith(6.5).endsWith(7.5);
  }

  @Example
  void aSampleAtTheThresholdDoesNotExceedIt() throws UnscorableException {
    SummarySpec spec = SummarySpec.defaults().withExceedance(-1, 0, 2, 2.5, 3);

    assertThat(summarize(spec, 3, 2, -0.0, 0.0).exceedance())
        .containsExactly(1, 0.5, 0.25, 0.25, 0);
  }

  @Example
  void noFigureThatWasNotAskedFor() throws UnscorableException {
    Summary summary = summarize(SummarySpec.defaults().withBins(0), 1, 2);

    assertThat(summary.eti()).isEmpty();
    assertThat(summary.exceedance()).isEmpty();
    assertThat(summary.binEdges()).isEmpty();
    assertThat(summary.density()).isEmpty();
  }

  @Example
  void reducesTheFirstNAndChangesNothing() throws UnscorableException {
    double[] samples = {3, 1, 2, Double.NaN};

    assertThat(Summarizer.of(ALL).summarize(samples, 3)).isEqualTo(summarize(ALL, 1, 2, 3));
    assertThat(samples).containsExactly(3, 1, 2, Double.NaN);
  }

  @Example
  void aSampleThatIsNotFiniteIsNamedByItsPlace() {
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1 / 0.0}) {
      assertThatThrownBy(() -> summarize(ALL, 1, bad, 2))
          .isInstanceOfSatisfying(
              UnscorableException.class,
              e -> assertThat(e.code()).isEqualTo(DeadLetterCode.NOT_FINITE_PREDICTION))
          .hasMessageContaining("sample 1 of 3")
          .hasMessageContaining(Double.toString(bad));
    }
  }

  @Example
  void anImpossibleNumberOfSamplesIsAFaultOfTheProgram() {
    Summarizer summarizer = Summarizer.of(ALL);
    for (int n : new int[] {-1, 0, 3}) {
      assertThatThrownBy(() -> summarizer.summarize(new double[] {1, 2}, n))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("[1, 2]");
    }
  }

  private static Summary summarize(SummarySpec spec, double... samples) throws UnscorableException {
    return Summarizer.of(spec).summarize(samples, samples.length);
  }

  private static double[] plus(double[] values, double shift) {
    return Arrays.stream(values).map(x -> x + shift).toArray();
  }
}
