package io.credence.distribution;

import io.credence.draws.DrawColumn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * One way to give the parameters of a distribution, such as a mean and a standard deviation.
 *
 * @param parameters in the order of arguments without names
 * @param conversion how they become the parameters of the distribution's first parametrisation;
 *     empty for that one itself
 * @param relations what must hold between the parameters, once each is within its domain
 */
public record Parametrisation(
    List<Parameter> parameters, Optional<Conversion> conversion, List<Relation> relations) {

  public Parametrisation {
    parameters = List.copyOf(parameters);
    relations = List.copyOf(relations);
  }

  /** The first parametrisation of a distribution. */
  public static Parametrisation of(Parameter... parameters) {
    return new Parametrisation(List.of(parameters), Optional.empty(), List.of());
  }

  /** Another parametrisation. */
  public static Parametrisation converted(Conversion conversion, Parameter... parameters) {
    return new Parametrisation(List.of(parameters), Optional.of(conversion), List.of());
  }

  /**
   * The parameter that each column belongs to: the vector or matrix among them, if there is one,
   * has as many columns as the others leave.
   *
   * @param columns how many there are
   */
  public List<Parameter> ofColumns(int columns) {
    List<Parameter> each = new ArrayList<>();
    for (Parameter parameter : parameters) {
      int count = parameter.shape() == Parameter.Shape.NUMBER ? 1 : columns - parameters.size() + 1;
      each.addAll(Collections.nCopies(count, parameter));
    }
    return each;
  }

  /** This parametrisation where, besides, a relation must hold. */
  public Parametrisation where(Relation relation) {
    List<Relation> all = new ArrayList<>(relations);
    all.add(relation);
    return new Parametrisation(parameters, conversion, all);
  }

  /**
   * Another parametrisation, whose parameters come after some that it leaves as they are.
   *
   * @param conversion of parameters from the one at {@code kept.size()} on
   */
  static Parametrisation keeping(
      List<Parameter> kept, Conversion conversion, Parameter... replaced) {
    int count = kept.size();
    List<Parameter> all = new ArrayList<>(kept);
    all.addAll(List.of(replaced));
    Conversion whole =
        (given, n, first) -> {
          for (int p = 0; p < count; p++) {
            System.arraycopy(given[p].values(), given[p].offset(), first[p], 0, n);
          }
          conversion.convert(given, n, first);
        };
    return new Parametrisation(all, Optional.of(whole), List.of());
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
