package io.credence.evaluation;

import io.credence.model.PredictiveMixture;
import java.util.Arrays;

/**
 * The exact CRPS of real numbers: an integral between quantiles of the samples, the label and
 * values that come up more than once, and beyond them. Its error is below 1e-9 of the mean distance
 * of samples and label, and far smaller where the distribution function is smooth.
 */
final class RealCrps extends AdaptiveQuadrature implements ExactCrps {

  /** Parts of the samples between which the integral is taken apart. */
  private static final int PARTS = 6;

  /** How many values may come up more than once. */
  private static final int MOST_REPEATED = 16;

  /** Beyond the samples, the next edge is so many times as far away as the one before. */
  private static final int GROWTH = 8;

  /** On each side; at least 2. */
  private static final int MOST_BEYOND = 64;

  private static final int EDGES = 1 + PARTS + 1 + MOST_REPEATED + 2 * MOST_BEYOND;

  private static final double TOLERANCE = 1e-11;

  private final PredictiveMixture mixture;
  private final double[] edges = new double[EDGES];
  private int count;
  private boolean aboveLabel;
  private Side side = Side.NONE;
  private double end;
  private double scale;

  /** A part without an end, which is mapped to [0, 1]. */
  private enum Side {
    LOWER(-1),
    NONE(0),
    UPPER(1);

    private final int sign;

    Side(int sign) {
      this.sign = sign;
    }
  }

  RealCrps(PredictiveMixture mixture) {
    this.mixture = mixture;
  }

  @Override
  public double of(double[] sorted, int n, double y) {
    begin();
    findEdges(sorted, n, y);
    double tolerance = TOLERANCE * SampleScores.meanDistance(sorted, n, y);
    double sum = beyond(Side.LOWER, edges[0], sorted[0], tolerance);
    sum += beyond(Side.UPPER, edges[count - 1], sorted[n - 1], tolerance);
    side = Side.NONE;
    for (int i = 1; i < count; i++) {
      if (edges[i] > edges[i - 1]) {
        aboveLabel = edges[i - 1] >= y;
        sum += over(edges[i - 1], edges[i], tolerance);
      }
    }
    return sum;
  }

  private void findEdges(double[] sorted, int n, double y) {
    count = 0;
    edges[count++] = y;
    for (int i = 0; i <= PARTS; i++) {
      edges[count++] = sorted[(int) ((long) (n - 1) * i / PARTS)];
    }
    int repeated = count + MOST_REPEATED;
    for (int i = 1; i < n && count < repeated && mixture.hasPointMasses(); i++) {
      if (sorted[i] == sorted[i - 1] && sorted[i] != edges[count - 1]) {
        edges[count++] = sorted[i];
      }
    }
    int few = Math.min(n - 1, 3);
    double range = sorted[n - 1] - sorted[0];
    findBeyond(sorted[0], gap(sorted[few] - sorted[0], range, n), -1, y);
    findBeyond(sorted[n - 1], gap(sorted[n - 1] - sorted[n - 1 - few], range, n), 1, y);
    Arrays.sort(edges, 0, count);
  }

  /** How far samples lie apart where they end: there the tail is as steep. */
  private static double gap(double few, double range, int n) {
    return few > 0 ? few : range > 0 ? range / n : 1;
  }

  /** Edges on the way to the label, at first so near to the samples that no bend is missed. */
  private void findBeyond(double end, double gap, int sign, double y) {
    double distance = gap;
    for (int i = 0; i < MOST_BEYOND && (i < 2 || distance < sign * (y - end)); i++) {
      edges[count++] = end + sign * distance;
      distance *= GROWTH;
    }
  }

  private double beyond(Side part, double from, double sample, double tolerance) {
    side = part;
    aboveLabel = part == Side.UPPER;
    end = from;
    scale = Math.abs(from - sample);
    return over(0, 1, tolerance);
  }

  @Override
  double at(double t) {
    if (side == Side.NONE) {
      return square(t);
    }
    double left = 1 - t;
    return square(end + side.sign * scale * t / left) * scale / (left * left);
  }

  private double square(double x) {
    double atMost = mixture.cdf(x);
    double off = aboveLabel ? 1 - atMost : atMost;
    return off * off;
  }
}
