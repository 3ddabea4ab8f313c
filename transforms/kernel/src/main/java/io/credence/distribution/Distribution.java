package io.credence.distribution;

import io.credence.draws.DrawColumn;
import java.util.List;
import java.util.Optional;

/**
 * A distribution that models can call by name: how its parameters are called, how it is sampled,
 * and, where they exist, its density, distribution function and quantiles.
 *
 * <p>To add one, implement this interface in a public class with a public constructor without
 * arguments, and name the class in a file {@code
 * META-INF/services/io.credence.distribution.Distribution} of the jar that holds it. The jar must
 * be on the class path where a job is submitted and on each worker; on Flink, it belongs to the
 * job's jar or to {@code lib/}. It is found by the class loader of Credence and by that of the
 * thread.
 *
 * <p>Implementations are stateless, and so safe for any number of threads. They must be
 * deterministic to the last bit, or equal records no longer give equal results: use {@link
 * StrictMath}, because {@link Math} may differ from one kind of processor to another, and take
 * randomness from {@link Variates} alone. Changing how numbers are used up changes all results.
 *
 * <pre>{@code
 * public final class Laplace implements Distribution {
 *   public String name() {
 *     return "laplace";
 *   }
 *
 *   public String description() {
 *     return "mu plus or minus an exponential variate of mean b";
 *   }
 *
 *   public Support support() {
 *     return Support.REAL;
 *   }
 *
 *   public List<Parametrisation> parametrisations() {
 *     return List.of(
 *         Parametrisation.of(
 *             Parameter.required("mu", Domain.REAL), Parameter.required("b", Domain.POSITIVE)));
 *   }
 *
 *   public double sampleAt(DrawColumn[] parameters, int draw, Variates variates) {
 *     double up = variates.exponential();
 *     double difference = up - variates.exponential();
 *     return parameters[0].get(draw) + parameters[1].get(draw) * difference;
 *   }
 * }
 * }</pre>
 */
public interface Distribution {

  /**
   * Its name in model.yaml: lower-case letters, digits and underscores, beginning with a letter;
   * for PyMC's distributions PyMC's name in snake case, such as {@code student_t}. No two
   * distributions may have one name.
   */
  String name();

  /** What it is, in one line: the meaning of its parameters. */
  String description();

  /** What values its samples have. */
  Support support();

  /**
   * The ways to give its parameters, at least one. A call uses the first one that has all of the
   * argument names that it uses. Arguments without a name fill it from the start, in PyMC's order.
   * The first parametrisation is the one that {@link #sample} and the functions below take; the
   * others say how they become it.
   */
  List<Parametrisation> parametrisations();

  /**
   * Draws one sample, with the noise of the stream that {@link Variates#at} chose. A sample must
   * not depend on the parameters or the noise of another one. How noise is used up is part of the
   * output contract.
   *
   * @param parameters a column for each parameter of the first parametrisation, each value within
   *     its domain; there may be more columns after them
   * @param draw which value of the columns
   * @param variates where randomness comes from, at the sample's own stream
   * @return the sample; a record with one that is infinite or NaN becomes a dead letter
   */
  double sampleAt(DrawColumn[] parameters, int draw, Variates variates);

  /**
   * Draws one sample per posterior draw: out[i] is what {@link #sampleAt} yields for draw i at the
   * stream of sample i. To be overridden where all of them at once are faster, with the same bits.
   *
   * @param parameters a column for each parameter of the first parametrisation, each value within
   *     its domain
   * @param n how many samples, at most the length of the columns
   * @param variates where randomness comes from
   * @param out receives the samples at 0 to n - 1
   */
  default void sample(DrawColumn[] parameters, int n, Variates variates, double[] out) {
    for (int i = 0; i < n; i++) {
      variates.at(i);
      out[i] = sampleAt(parameters, i, variates);
    }
  }

  /**
   * Whether single values have a probability although the support is not discrete, as 0 has where
   * hurdles are.
   */
  default boolean hasPointMasses() {
    return false;
  }

  /**
   * The natural logarithm of the density at a value, or of its probability where the support is
   * discrete; -Infinity outside of the support. Empty when there is no usable form.
   */
  default Optional<DrawFunction> logDensity() {
    return Optional.empty();
  }

  /** The probability of at most a value, from 0 to 1. Empty when there is no usable form. */
  default Optional<DrawFunction> cdf() {
    return Optional.empty();
  }

  /**
   * The probability of more than a value, with all its digits where the cdf is near 1. Empty when
   * there is no usable form.
   */
  default Optional<DrawFunction> survival() {
    return cdf().map(cdf -> (parameters, draw, x) -> 1 - cdf.at(parameters, draw, x));
  }

  /**
   * The smallest value with a cdf of at least a probability. For 0 and 1, the ends of the support,
   * which may be infinite; NaN outside of [0, 1]. Empty when there is no usable form.
   */
  default Optional<DrawFunction> quantile() {
    return Optional.empty();
  }
}
