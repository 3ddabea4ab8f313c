package io.credence.distribution;

import java.util.OptionalDouble;

/**
 * A parameter of a distribution.
 *
 * @param name PyMC's name, such as {@code sigma}
 * @param domain where its values lie
 * @param defaultValue what it is when a model leaves it out; empty when it must be given
 */
public record Parameter(String name, Domain domain, OptionalDouble defaultValue) {

  /** The location {@code mu}: any number, 0 when left out. */
  static final Parameter MU = optional("mu", Domain.REAL, 0);

  /** The scale {@code sigma}: positive, 1 when left out. */
  static final Parameter SIGMA = optional("sigma", Domain.POSITIVE, 1);

  /** The precision {@code tau}, 1 / sigma^2: positive. */
  static final Parameter TAU = required("tau", Domain.POSITIVE);

  /** A parameter that must be given. */
  public static Parameter required(String name, Domain domain) {
    return new Parameter(name, domain, OptionalDouble.empty());
  }

  /** A parameter that may be left out. */
  public static Parameter optional(String name, Domain domain, double defaultValue) {
    return new Parameter(name, domain, OptionalDouble.of(defaultValue));
  }
}
