package io.credence.distribution;

import io.credence.draws.DrawColumn;
import java.util.Optional;

/** {@code beta_binomial(alpha, beta, n)}: binomial of n trials, whose p is beta(alpha, beta). */
final class BetaBinomial extends Declared {

  private static final double NEGLIGIBLE = 0x1p-60;

  BetaBinomial() {
    super(
        "beta_binomial",
        "successes in n trials, whose probability is beta(alpha, beta)",
        Support.COUNT,
        Parametrisation.of(Gamma.ALPHA, Gamma.BETA, Binomial.N));
  }

  @Override
  public double sampleAt(DrawColumn[] parameters, int draw, Variates variates) {
    double p = variates.beta(parameters[0].get(draw), parameters[1].get(draw));
    return CountVariates.binomial(parameters[2].get(draw), p, variates);
  }

  @Override
  public Optional<DrawFunction> logDensity() {
    return Optional.of(
        (parameters, draw, y) -> {
          double n = parameters[2].get(draw);
          return y >= 0 && y <= n && y == Math.rint(y)
              ? logProbability(parameters[0].get(draw), parameters[1].get(draw), y, n - y)
              : Double.isNaN(y) ? y : Double.NEGATIVE_INFINITY;
        });
  }

  /**
   * That of k successes and j failures: of three binomial coefficients, whose powers of one p and q
   * cancel.
   */
  private static double logProbability(double alpha, double beta, double k, double j) {
    double successes = k + alpha;
    double failures = j + beta;
    double n = successes + failures;
    double p = successes / n;
    double q = failures / n;
    return Saddle.binomial(k, j, p, q)
        - Saddle.binomial(successes, failures, p, q)
        + Saddle.binomial(alpha, beta, p, q)
        + StrictMath.log(alpha / successes * (beta / (alpha + beta)) / q);
  }

  /** A sum of up to n probabilities. */
  @Override
  public Optional<DrawFunction> cdf() {
    return Optional.of(
        (parameters, draw, y) -> {
          double n = parameters[2].get(draw);
          return below(parameters[0].get(draw), parameters[1].get(draw), n, Math.floor(y));
        });
  }

  @Override
  public Optional<DrawFunction> survival() {
    return Optional.of(
        (parameters, draw, y) -> {
          double n = parameters[2].get(draw);
          double failures = n - 1 - Math.floor(y);
          return below(parameters[1].get(draw), parameters[0].get(draw), n, failures);
        });
  }

  private static double below(double alpha, double beta, double n, double k) {
    if (k < 0 || k >= n) {
      return k < 0 ? 0 : 1;
    }
    return k <= n * (alpha / (alpha + beta))
        ? downward(alpha, beta, n, k)
        : Math.max(0, 1 - downward(beta, alpha, n, n - 1 - k));
  }

  /** The probability of at most k, from k on by the ratio of neighbours. */
  private static double downward(double alpha, double beta, double n, double k) {
    double sum = 1;
    double term = 1;
    for (double i = k; i > 0; i--) {
      term *= i / (n - i + 1) * ((n - i + beta) / (i - 1 + alpha));
      sum += term;
      // With alpha below 1, the probabilities rise again towards 0.
      if (alpha >= 1 && term < NEGLIGIBLE * sum) {
        break;
      }
    }
    return sum * StrictMath.exp(logProbability(alpha, beta, k, n - k));
  }

  @Override
  public Optional<DrawFunction> quantile() {
    return Optional.of(
        (parameters, draw, p) -> {
          double alpha = parameters[0].get(draw);
          double beta = parameters[1].get(draw);
          double n = parameters[2].get(draw);
          return Search.count(
              k -> below(alpha, beta, n, k),
              k -> below(beta, alpha, n, n - 1 - k),
              p,
              n,
              n * (alpha / (alpha + beta)));
        });
  }
}
