package io.credence.distribution;

import io.credence.draws.DrawColumn;
import java.util.Optional;

/** {@code categorical(p)}: class k with probability p[k]; or log-odds {@code logit_p}. */
final class Categorical extends Declared implements ClassDistribution {

  Categorical() {
    super(
        "categorical",
        "class k with probability p[k], or softmax(logit_p)[k]",
        Support.CLASSES,
        Probabilities.named("p"),
        Parametrisation.converted(Categorical::softmax, Parameter.vector("logit_p", Domain.REAL)));
  }

  private static void softmax(DrawColumn[] given, int n, double[][] first) {
    for (int i = 0; i < n; i++) {
      double greatest = Double.NEGATIVE_INFINITY;
      for (DrawColumn each : given) {
        greatest = Math.max(greatest, each.get(i));
      }
      double sum = 0;
      for (int k = 0; k < given.length; k++) {
        first[k][i] = StrictMath.exp(given[k].get(i) - greatest);
        sum += first[k][i];
      }
      for (int k = 0; k < given.length; k++) {
        first[k][i] /= sum;
      }
    }
  }

  @Override
  public double sampleAt(DrawColumn[] parameters, int draw, Variates variates) {
    return Probabilities.choose(parameters, parameters.length, draw, variates);
  }

  @Override
  public int classes(int columns) {
    return columns;
  }

  @Override
  public void addProbabilities(DrawColumn[] parameters, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      double sum = Probabilities.sum(parameters, parameters.length, i);
      for (int k = 0; k < parameters.length; k++) {
        out[k] += parameters[k].get(i) / sum;
      }
    }
  }

  @Override
  public Optional<DrawFunction> logDensity() {
    return Optional.of(
        (parameters, draw, y) -> {
          if (!(y >= 0 && y < parameters.length && y == Math.rint(y))) {
            return Double.isNaN(y) ? y : Double.NEGATIVE_INFINITY;
          }
          double sum = Probabilities.sum(parameters, parameters.length, draw);
          return StrictMath.log(parameters[(int) y].get(draw) / sum);
        });
  }
}
