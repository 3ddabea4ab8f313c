package io.credence.distribution;

import io.credence.draws.DrawColumn;
import java.util.Optional;

/**
 * Ordered classes: a latent variate around eta falls between two of the ascending cutpoints. {@code
 * ordered_logistic(eta, cutpoints)} and {@code ordered_probit(eta, cutpoints, sigma = 1)} differ in
 * how the variate is distributed.
 */
final class Ordered extends Declared implements ClassDistribution {

  private final Family latent;
  private final int scales;

  private Ordered(String name, String description, Family latent, Parameter... parameters) {
    super(
        name,
        description,
        Support.CLASSES,
        Parametrisation.of(parameters)
            .where(
                new Relation(
                    1,
                    "in ascending order",
                    (columns, draw) -> ascending(columns, parameters.length - 2, draw))));
    this.latent = latent;
    this.scales = parameters.length - 2;
  }

  static Ordered logistic() {
    return new Ordered(
        "ordered_logistic",
        "between which cutpoints a logistic variate of mean eta lies",
        new Logistic(),
        Parameter.required("eta", Domain.REAL),
        Parameter.vector("cutpoints", Domain.REAL));
  }

  static Ordered probit() {
    return new Ordered(
        "ordered_probit",
        "between which cutpoints a normal variate of mean eta and standard deviation sigma lies",
        new Normal(),
        Parameter.required("eta", Domain.REAL),
        Parameter.vector("cutpoints", Domain.REAL),
        Parameter.SIGMA);
  }

  private static boolean ascending(DrawColumn[] columns, int scales, int draw) {
    for (int k = 2; k < columns.length - scales; k++) {
      if (columns[k].get(draw) < columns[k - 1].get(draw)) {
        return false;
      }
    }
    return true;
  }

  /** The number of cutpoints; the class above all of them is this one. */
  private int cutpoints(int columns) {
    return columns - 1 - scales;
  }

  private double scale(DrawColumn[] parameters, int draw) {
    return scales == 0 ? 1 : parameters[parameters.length - 1].get(draw);
  }

  @Override
  public double sampleAt(DrawColumn[] parameters, int draw, Variates variates) {
    double y = latent.sample(parameters[0].get(draw), scale(parameters, draw), variates);
    int k = 0;
    while (k < cutpoints(parameters.length) && y > parameters[1 + k].get(draw)) {
      k++;
    }
    return k;
  }

  @Override
  public int classes(int columns) {
    return cutpoints(columns) + 1;
  }

  @Override
  public void addProbabilities(DrawColumn[] parameters, int n, double[] out) {
    int classes = classes(parameters.length);
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < classes; k++) {
        out[k] += probability(parameters, i, k);
      }
    }
  }

  /** That of the latent variate between two cutpoints, from the side of the smaller tail. */
  private double probability(DrawColumn[] parameters, int draw, int k) {
    double eta = parameters[0].get(draw);
    double scale = scale(parameters, draw);
    double low = k == 0 ? Double.NEGATIVE_INFINITY : parameters[k].get(draw);
    double high =
        k == cutpoints(parameters.length) ? Double.POSITIVE_INFINITY : parameters[1 + k].get(draw);
    return low < eta
        ? latent.cdf(eta, scale, high) - latent.cdf(eta, scale, low)
        : latent.survival(eta, scale, low) - latent.survival(eta, scale, high);
  }

  @Override
  public Optional<DrawFunction> logDensity() {
    return Optional.of(
        (parameters, draw, y) -> {
          boolean possible = y >= 0 && y < classes(parameters.length) && y == Math.rint(y);
          if (!possible) {
            return Double.isNaN(y) ? y : Double.NEGATIVE_INFINITY;
          }
          return StrictMath.log(probability(parameters, draw, (int) y));
        });
  }

  @Override
  public Optional<DrawFunction> cdf() {
    return Optional.of(
        (parameters, draw, y) -> {
          if (!(y >= 0 && y < cutpoints(parameters.length))) {
            return y < 0 ? 0 : Double.isNaN(y) ? y : 1;
          }
          double cutpoint = parameters[1 + (int) y].get(draw);
          return latent.cdf(parameters[0].get(draw), scale(parameters, draw), cutpoint);
        });
  }
}
