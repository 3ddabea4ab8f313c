package io.credence.summary;

/** P(Y &gt; c): the share of samples strictly above a threshold, so a tie does not count. */
final class Exceedance {

  private Exceedance() {}

  static double of(double[] samples, int n, double threshold) {
    int above = 0;
    for (int i = 0; i < n; i++) {
      above += samples[i] > threshold ? 1 : 0;
    }
    return above / (double) n;
  }
}
