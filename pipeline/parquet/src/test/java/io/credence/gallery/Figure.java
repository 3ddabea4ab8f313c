package io.credence.gallery;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A figure that PyMC computed from its predictions for a record. The gallery's README says why a
 * quantile is compared as a share.
 *
 * @param id the record's, from 0
 * @param output which output of the model
 * @param kind mean, sd, quantile or probability
 * @param label of which class this is the probability; empty for other kinds
 * @param value the figure
 * @param share of a quantile, the share of predictions at or below it
 * @param noise the standard deviation, given the posterior draw, of what the mean or share is of
 * @param draws how many predictions it is computed from
 */
record Figure(
    int id,
    String output,
    String kind,
    String label,
    double value,
    double share,
    double noise,
    long draws) {

  static final List<String> COLUMNS =
      List.of("id", "output", "figure", "label", "value", "share", "noise", "draws");

  /** With fewer predictions on one side of a quantile, its noise is hardly known. */
  private static final long MIN_ASIDE = 20;

  static Figure of(List<@Nullable Object> row) {
    return new Figure(
        (int) number(row.get(0)),
        text(row.get(1)),
        text(row.get(2)),
        text(row.get(3)),
        number(row.get(4)),
        number(row.get(5)),
        number(row.get(6)),
        (long) number(row.get(7)));
  }

  private static double number(@Nullable Object value) {
    return value instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  private static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }

  /** Whether its standard error is known. */
  boolean isCompared() {
    double scarce = (double) MIN_ASIDE / draws;
    return noise > 0
        && switch (kind) {
          case "mean" -> true;
          case "quantile" -> share >= scarce && share <= 1 - scarce;
          case "probability" -> value >= scarce && value <= 1 - scarce;
          default -> false;
        };
  }

  /** A mean that no noise takes part in: both sides compute it from the same posterior draws. */
  boolean isExact() {
    return kind.equals("mean") && noise == 0;
  }

  boolean isProbability() {
    return kind.equals("probability");
  }

  /** How far Credence's samples are from it, in standard errors of both sides together. */
  double z(double[] samples) {
    double difference = kind.equals("mean") ? mean(samples) - value : shareBelow(samples) - share;
    return difference / (noise * Math.sqrt(1.0 / draws + 1.0 / samples.length));
  }

  /**
   * How far Credence's probability is from it, in standard errors of PyMC, the only side with
   * noise.
   */
  double z(double probability) {
    return (probability - value) / (noise * Math.sqrt(1.0 / draws));
  }

  static double mean(double[] samples) {
    return Arrays.stream(samples).average().orElseThrow();
  }

  private double shareBelow(double[] samples) {
    return Arrays.stream(samples).map(sample -> sample <= value ? 1 : 0).average().orElseThrow();
  }
}
