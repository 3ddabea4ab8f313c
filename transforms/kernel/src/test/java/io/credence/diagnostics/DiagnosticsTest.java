package io.credence.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Expected figures: ArviZ 0.23.4, {@code arviz.rhat(x)} and {@code arviz.ess(x)}, made with {@code
 * python src/test/resources/diagnostics/arviz_figures.py}, which draws the same chains.
 */
class DiagnosticsTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    // what, chains, draws, phi, seed, shift, R-hat, bulk ESS
    "independent, 4, 250, 0.0, 1, 0.0, 0.9987785295454751, 1039.4909137204481",
    "sticky, 4, 250, 0.9, 2, 0.0, 1.0592120437564831, 54.539556502253305",
    "repelling, 4, 250, -0.9, 3, 0.0, 1.018925752763728, 3000.0",
    "apart and odd, 3, 101, 0.3, 4, 0.5, 1.707871926634407, 5.12659378276434",
    "one chain, 1, 500, 0.5, 5, 0.0, NaN, 203.02560847805938",
    "five draws, 2, 5, 0.0, 6, 0.0, 0.8990429912921637, 7.224719895935548",
    "four draws, 2, 4, 0.0, 7, 0.0, 1.5355014763567651, 7.224719895935548",
    "three draws, 2, 3, 0.0, 7, 0.0, NaN, NaN",
  })
  void agreesWithArviz(
      String what,
      int chains,
      int draws,
      double phi,
      long seed,
      double shift,
      double rHat,
      double ess) {
    double[] values = autoregressive(chains, draws, phi, seed, shift);

    assertFigures(values, chains, draws, rHat, ess);
  }

  @Test
  void drawsThatAreEqualShareTheirRank() {
    double[] values =
        Arrays.stream(autoregressive(4, 100, 0.5, 8, 0)).map(v -> Math.floor(v * 4)).toArray();

    assertFigures(values, 4, 100, 1.038770232125205, 116.34967811609826);
  }

  @Test
  void foldingSeesAChainOfAnotherScale() {
    double[] values = autoregressive(4, 200, 0, 9, 0);
    for (int i = 600; i < 800; i++) {
      values[i] *= 3;
    }

    assertFigures(values, 4, 200, 1.1619073725045372, 853.4803256956669);
  }

  @Test
  void constantDrawsHaveNoRHat() {
    double[] values = new double[20];
    Arrays.fill(values, 3.5);

    assertFigures(values, 2, 10, Double.NaN, 20);
  }

  @Test
  void aNaNIsNotRanked() {
    double[] values = autoregressive(2, 10, 0, 1, 0);
    values[7] = Double.NaN;

    assertFigures(values, 2, 10, Double.NaN, Double.NaN);
  }

  @Test
  void readsFromTheOffsetOnly() {
    double[] values = autoregressive(2, 20, 0, 1, 0);
    double[] amid = new double[60];
    Arrays.fill(amid, Double.NaN);
    System.arraycopy(values, 0, amid, 10, 40);

    assertThat(Diagnostics.rHat(amid, 10, 2, 20)).isEqualTo(Diagnostics.rHat(values, 0, 2, 20));
    assertThat(Diagnostics.essBulk(amid, 10, 2, 20))
        .isEqualTo(Diagnostics.essBulk(values, 0, 2, 20));
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> Diagnostics.rHat(amid, 30, 2, 20));
  }

  private static void assertFigures(
      double[] values, int chains, int draws, double rHat, double ess) {
    assertClose(Diagnostics.rHat(values, 0, chains, draws), rHat);
    assertClose(Diagnostics.essBulk(values, 0, chains, draws), ess);
  }

  /** ArviZ takes autocovariances by FFT, so the last digits differ. */
  private static void assertClose(double actual, double expected) {
    if (Double.isNaN(expected)) {
      assertThat(actual).isNaN();
    } else {
      assertThat(actual).isCloseTo(expected, within(1e-9 * expected));
    }
  }

  /** Chains with uniform noise, from a generator that is easily written in Python too. */
  private static double[] autoregressive(
      int chains, int draws, double phi, long seed, double shift) {
    long state = seed;
    double[] values = new double[chains * draws];
    for (int chain = 0; chain < chains; chain++) {
      double previous = 0;
      for (int draw = 0; draw < draws; draw++) {
        state = (state * 25214903917L + 11) & ((1L << 48) - 1);
        previous = phi * previous + state * 0x1p-48 - 0.5;
        values[chain * draws + draw] = previous + chain * shift;
      }
    }
    return values;
  }
}
