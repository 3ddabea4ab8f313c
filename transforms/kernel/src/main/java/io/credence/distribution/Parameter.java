package io.credence.distribution;

import java.util.OptionalDouble;

/**
 * A parameter of a distribution.
 *
 * @param name PyMC's name, such as {@code sigma}
 * @param domain where its values lie
 * @param defaultValue what it is when a model leaves it out; empty when it must be given
 * @param shape whether it is a number, a vector or a square matrix
 */
public record Parameter(String name, Domain domain, OptionalDouble defaultValue, Shape shape) {

  /** How many numbers a parameter is. Each of them has a column of its own. */
  public enum Shape {
    NUMBER,
    /** The elements in their order. */
    VECTOR,
    /** As many rows as columns; row by row. */
    SQUARE_MATRIX
  }

  /** The location {@code mu}: any number, 0 when left out. */
  static final Parameter MU = optional("mu", Domain.REAL, 0);

  /** The scale {@code sigma}: positive, 1 when left out. */
  static final Parameter SIGMA = optional("sigma", Domain.POSITIVE, 1);

  /** The precision {@code tau}, 1 / sigma^2: positive. */
  static final Parameter TAU = required("tau", Domain.POSITIVE);

  /** A parameter that must be given. */
  public static Parameter required(String name, Domain domain) {
    return new Parameter(name, domain, OptionalDouble.empty(), Shape.NUMBER);
  }

  /** A parameter that may be left out. */
  public static Parameter optional(String name, Domain domain, double defaultValue) {
    return new Parameter(name, domain, OptionalDouble.of(defaultValue), Shape.NUMBER);
  }

  /**
   * A vector that must be given. A parametrisation has one at most, and as many elements as there
   * are columns more than parameters, plus 1.
   */
  public static Parameter vector(String name, Domain domain) {
    return new Parameter(name, domain, OptionalDouble.empty(), Shape.VECTOR);
  }

  /** A square matrix that must be given. */
  static Parameter matrix(String name, Domain domain) {
    return new Parameter(name, domain, OptionalDouble.empty(), Shape.SQUARE_MATRIX);
  }
}
