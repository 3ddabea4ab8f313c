package io.credence.diagnostics;

import java.util.Arrays;

/**
 * The effective sample size of chains, after Geyer: autocorrelations come in pairs whose sums are
 * positive and decreasing for any reversible chain, so the estimate uses pairs only as long as they
 * behave so, and leaves out the noise behind. Steps and indices follow ArviZ line by line.
 */
final class EffectiveSampleSize {

  /** Draws closer together than this count as constant: {@code numpy.finfo(float).resolution}. */
  private static final double RESOLUTION = 1e-15;

  private final Halves chains;
  private final double[] means;
  private final double withinVariance;
  private final double totalVariance;
  private final double[] rho;

  private EffectiveSampleSize(Halves chains) {
    this.chains = chains;
    int n = chains.length();
    this.means = chains.means();
    double biased = chains.autocovariance(0, means);
    this.withinVariance = biased * n / (n - 1.0);
    this.totalVariance = biased + Halves.variance(means);
    this.rho = new double[n];
  }

  /** Needs at least two half chains of two draws. */
  static double of(Halves chains) {
    double[] values = chains.values();
    double range = Arrays.stream(values).max().orElse(0) - Arrays.stream(values).min().orElse(0);
    return range < RESOLUTION ? values.length : new EffectiveSampleSize(chains).estimate();
  }

  private double estimate() {
    int last = initialPositiveSequence();
    makeMonotone(last);
    double sum = 0;
    for (int lag = 0; lag <= last; lag++) {
      sum += rho[lag];
    }
    int draws = chains.values().length;
    // Antithetic chains may beat independent ones, but not without bound.
    double time = Math.max(-1 + 2 * sum + rho[last + 1], 1 / Math.log10(draws));
    return draws / time;
  }

  /** Fills {@link #rho} up to one behind the returned lag, the last of the pairs that are kept. */
  private int initialPositiveSequence() {
    double even = 1;
    double odd = correlation(1);
    rho[0] = even;
    rho[1] = odd;
    int t = 1;
    while (t < rho.length - 3 && even + odd > 0) {
      even = correlation(t + 1);
      odd = correlation(t + 2);
      if (even + odd >= 0) {
        rho[t + 1] = even;
        rho[t + 2] = odd;
      }
      t += 2;
    }
    int last = t - 2;
    if (even > 0) {
      rho[last + 1] = even;
    }
    return last;
  }

  private void makeMonotone(int last) {
    for (int t = 1; t <= last - 2; t += 2) {
      double before = rho[t - 1] + rho[t];
      if (rho[t + 1] + rho[t + 2] > before) {
        rho[t + 1] = before / 2;
        rho[t + 2] = rho[t + 1];
      }
    }
  }

  private double correlation(int lag) {
    return 1 - (withinVariance - chains.autocovariance(lag, means)) / totalVariance;
  }
}
