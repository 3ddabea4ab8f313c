package io.credence.distribution;

import io.credence.draws.DrawColumn;
import java.util.List;
import java.util.Optional;

/**
 * One way to give the parameters of a distribution, such as a mean and a standard deviation.
 *
 * @param parameters in the order of arguments without names
 * @param conversion how they become the parameters of the distribution's first parametrisation;
 *     empty for that one itself
 */
public record Parametrisation(List<Parameter> parameters, Optional<Conversion> conversion) {

  public Parametrisation {
    parameters = List.copyOf(parameters);
  }

  /** The first parametrisation of a distribution. */
  public static Parametrisation of(Parameter... parameters) {
    return new Parametrisation(List.of(parameters), Optional.empty());
  }

  /** Another parametrisation. */
  public static Parametrisation converted(Conversion conversion, Parameter... parameters) {
    return new Parametrisation(List.of(parameters), Optional.of(conversion));
  }

  /** Turns parameters into those of the first parametrisation, for all posterior draws at once. */
  @FunctionalInterface
  public interface Conversion {

    /**
     * Converts n draws.
     *
     * @param given a column for each parameter, each value within its domain
     * @param n how many draws
     * @param first for each parameter of the first parametrisation an array, to be filled from 0 to
     *     n - 1; values outside of its domain are reported as of that parameter
     */
    void convert(DrawColumn[] given, int n, double[][] first);
  }

  /** The names of the parameters. */
  public List<String> names() {
    return parameters.stream().map(Parameter::name).toList();
  }
}
