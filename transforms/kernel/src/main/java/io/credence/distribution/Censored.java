package io.credence.distribution;

import io.credence.draws.DrawColumn;
import java.util.List;
import java.util.Optional;

/**
 * {@code censored(dist, lower = -Infinity, upper = Infinity)}: what lies below lower becomes lower,
 * and what lies above upper becomes upper. Its parameters are those of the distribution, then the
 * bounds.
 */
final class Censored extends Declared {

  private final Distribution whole;
  private final int lower;
  private final boolean discrete;

  Censored(Distribution whole) {
    super(
        "censored",
        "a distribution, of which what lies outside of lower to upper becomes the nearer bound",
        Bounds.discrete(whole) ? Support.INTEGER : Support.REAL,
        Bounds.parametrisations(whole, List.of()));
    this.whole = whole;
    this.lower = whole.parametrisations().get(0).parameters().size();
    this.discrete = Bounds.discrete(whole);
  }

  @Override
  public double sampleAt(DrawColumn[] parameters, int draw, Variates variates) {
    return inside(parameters, draw, whole.sampleAt(parameters, draw, variates));
  }

  private double inside(DrawColumn[] parameters, int draw, double y) {
    double low = parameters[lower].get(draw);
    return Math.min(parameters[lower + 1].get(draw), Math.max(low, y));
  }

  @Override
  public boolean hasPointMasses() {
    return !discrete;
  }

  /** The logarithm of a probability at a bound, and of a density between them, as in PyMC. */
  @Override
  public Optional<DrawFunction> logDensity() {
    if (whole.logDensity().isEmpty() || whole.cdf().isEmpty()) {
      return Optional.empty();
    }
    DrawFunction density = whole.logDensity().get();
    DrawFunction cdf = whole.cdf().get();
    DrawFunction survival = whole.survival().orElseThrow();
    return Optional.of(
        (parameters, draw, y) -> {
          double low = parameters[lower].get(draw);
          double high = parameters[lower + 1].get(draw);
          if (y < low || y > high) {
            return Double.NEGATIVE_INFINITY;
          }
          if (y == low) {
            return StrictMath.log(cdf.at(parameters, draw, y));
          }
          return y == high
              ? StrictMath.log(survival.at(parameters, draw, Bounds.below(y, discrete)))
              : density.at(parameters, draw, y);
        });
  }

  @Override
  public Optional<DrawFunction> cdf() {
    return whole
        .cdf()
        .map(
            cdf ->
                (parameters, draw, y) -> {
                  if (y < parameters[lower].get(draw)) {
                    return 0;
                  }
                  return y >= parameters[lower + 1].get(draw) ? 1 : cdf.at(parameters, draw, y);
                });
  }

  @Override
  public Optional<DrawFunction> survival() {
    return whole
        .survival()
        .map(
            survival ->
                (parameters, draw, y) -> {
                  if (y < parameters[lower].get(draw)) {
                    return 1;
                  }
                  return y >= parameters[lower + 1].get(draw)
                      ? 0
                      : survival.at(parameters, draw, y);
                });
  }

  @Override
  public Optional<DrawFunction> quantile() {
    return whole
        .quantile()
        .map(
            quantile ->
                (parameters, draw, p) ->
                    inside(parameters, draw, quantile.at(parameters, draw, p)));
  }
}
