package io.credence.distribution;

import io.credence.draws.DrawColumn;
import java.util.Optional;

/** {@code triangular(lower = 0, upper = 1, c = 0.5)}: between lower and upper, with mode c. */
final class Triangular extends Declared {

  Triangular() {
    super(
        "triangular",
        "between lower and upper, with mode c",
        Support.REAL,
        Parametrisation.of(Uniform.LOWER, Uniform.UPPER, Parameter.optional("c", Domain.REAL, 0.5))
            .where(Uniform.ORDERED)
            .where(
                new Relation(
                    2,
                    "from lower to upper",
                    (given, i) ->
                        given[0].get(i) <= given[2].get(i) && given[2].get(i) <= given[1].get(i))));
  }

  @Override
  public double sampleAt(DrawColumn[] parameters, int draw, Variates variates) {
    return quantile(parameters, draw, variates.uniform());
  }

  @Override
  public Optional<DrawFunction> logDensity() {
    return Optional.of(
        (parameters, draw, y) -> {
          double lower = parameters[0].get(draw);
          double upper = parameters[1].get(draw);
          double c = parameters[2].get(draw);
          if (y < lower || y > upper) {
            return Double.NEGATIVE_INFINITY;
          }
          double height =
              y == c ? 1 : y < c ? (y - lower) / (c - lower) : (upper - y) / (upper - c);
          return StrictMath.log(2 * height / (upper - lower));
        });
  }

  @Override
  public Optional<DrawFunction> cdf() {
    return Optional.of(
        (parameters, draw, y) -> {
          double lower = parameters[0].get(draw);
          double upper = parameters[1].get(draw);
          return below(lower, upper, parameters[2].get(draw), y);
        });
  }

  @Override
  public Optional<DrawFunction> survival() {
    return Optional.of(
        (parameters, draw, y) -> {
          double lower = parameters[0].get(draw);
          double upper = parameters[1].get(draw);
          return below(-upper, -lower, -parameters[2].get(draw), -y);
        });
  }

  /** The cdf as a sum of positive areas. */
  private static double below(double lower, double upper, double c, double y) {
    if (y <= lower || y >= upper) {
      return y <= lower ? 0 : 1;
    }
    double width = upper - lower;
    if (y <= c) {
      return (y - lower) / width * ((y - lower) / (c - lower));
    }
    return (c - lower) / width + (y - c) / width * ((upper - c + (upper - y)) / (upper - c));
  }

  @Override
  public Optional<DrawFunction> quantile() {
    return Optional.of(
        (parameters, draw, p) -> p >= 0 && p <= 1 ? quantile(parameters, draw, p) : Double.NaN);
  }

  private static double quantile(DrawColumn[] parameters, int draw, double p) {
    double lower = parameters[0].get(draw);
    double upper = parameters[1].get(draw);
    double c = parameters[2].get(draw);
    double width = upper - lower;
    double share = (c - lower) / width;
    return p < share
        ? lower + width * Math.sqrt(p * share)
        : upper - width * Math.sqrt((1 - p) * ((upper - c) / width));
  }
}
