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
 *   public void sample(DrawColumn[] parameters, int n, Variates variates, double[] out) {
 *     for (int i = 0; i < n; i++) {
 *       variates.at(i);
 *       double difference = variates.exponential() - variates.exponential();
 *       out[i] = parameters[0].get(i) + parameters[1].get(i) * difference;
 *     }
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
   * Draws one sample per posterior draw: out[i] from the distribution whose parameters are the i-th
   * values of the columns, with the noise of sample i, after {@link Variates#at}. A sample must not
   * depend on the parameters or the noise of another one. How noise is used up is part of the
   * output contract.
   *
   * @param parameters a column for each parameter of the first parametrisation, each value within
   *     its domain
   * @param n how many samples, at most the length of the columns
   * @param variates where randomness comes from, at each sample's own stream
   * @param out receives the samples at 0 to n - 1; a record with a sample that is infinite or NaN
   *     becomes a dead letter
   */
  void sample(DrawColumn[] parameters, int n, Variates variates, double[] out);

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
   * The smallest value with a cdf of at least a probability. For 0 and 1, the ends of the support,
   * which may be infinite; NaN outside of [0, 1]. Empty when there is no usable form.
   */
  default Optional<DrawFunction> quantile() {
    return Optional.empty();
  }
}
