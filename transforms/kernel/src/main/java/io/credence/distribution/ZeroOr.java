package io.credence.distribution;

import io.credence.draws.DrawColumn;
import java.util.Optional;

/**
 * 0 with probability 1 - psi, else from another distribution, as functions of numbers: psi, and the
 * first and the last parameter of the other one, {@code a} and {@code b}.
 */
abstract class ZeroOr extends Declared {

  static final Parameter PSI = Parameter.required("psi", Domain.UNIT_INTERVAL);

  private final int last;

  ZeroOr(String name, String description, Support support, Parametrisation... parametrisations) {
    super(name, description, support, parametrisations);
    this.last = parametrisations[0].parameters().size() - 1;
  }

  /** A sample of the other distribution, from the stream where the variates are. */
  abstract double sampleOther(double a, double b, Variates variates);

  /** As {@link Distribution#logDensity}. */
  abstract double logDensity(double psi, double a, double b, double y);

  /** As {@link Distribution#cdf}. */
  abstract double cdf(double psi, double a, double b, double y);

  /** As {@link Distribution#survival}. */
  abstract double survival(double psi, double a, double b, double y);

  /** As {@link Distribution#quantile}. */
  abstract double quantile(double psi, double a, double b, double p);

  @Override
  public final double sampleAt(DrawColumn[] parameters, int draw, Variates variates) {
    return variates.uniform() < parameters[0].get(draw)
        ? sampleOther(parameters[1].get(draw), parameters[last].get(draw), variates)
        : 0;
  }

  @Override
  public final Optional<DrawFunction> logDensity() {
    return Optional.of(of(this::logDensity));
  }

  @Override
  public final Optional<DrawFunction> cdf() {
    return Optional.of(of(this::cdf));
  }

  @Override
  public final Optional<DrawFunction> survival() {
    return Optional.of(of(this::survival));
  }

  @Override
  public final Optional<DrawFunction> quantile() {
    return Optional.of(of(this::quantile));
  }

  private DrawFunction of(Numbers function) {
    return (parameters, draw, x) ->
        function.at(
            parameters[0].get(draw), parameters[1].get(draw), parameters[last].get(draw), x);
  }

  /** A function of three parameters and a value. */
  @FunctionalInterface
  private interface Numbers {
    double at(double psi, double a, double b, double x);
  }
}
