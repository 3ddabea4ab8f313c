package io.credence.predict;

import io.credence.deadletter.UnscorableException;
import io.credence.distribution.Distribution;
import io.credence.distribution.Parameter;
import io.credence.distribution.Parametrisation;
import io.credence.draws.DrawColumn;
import java.util.List;

/**
 * Turns the parameters of one parametrisation into those that the distribution samples with.
 *
 * <p>Not thread-safe: it owns the columns.
 */
final class Conversion {

  private final Distribution distribution;
  private final Parametrisation.Conversion rule;
  private final List<Parameter> first;
  private final double[][] values;
  private final DrawColumn[] columns;

  private Conversion(
      Distribution distribution, Parametrisation.Conversion rule, List<Parameter> first) {
    this.distribution = distribution;
    this.rule = rule;
    this.first = first;
    this.values = new double[first.size()][0];
    this.columns = new DrawColumn[first.size()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = new DrawColumn();
    }
  }

  /**
   * @param given the parametrisation that is converted
   * @param columns how many columns it has; a vector has as many elements after as before
   */
  static Conversion of(
      Distribution distribution,
      Parametrisation given,
      Parametrisation.Conversion rule,
      int columns) {
    Parametrisation first = distribution.parametrisations().get(0);
    int more = columns - given.parameters().size();
    return new Conversion(distribution, rule, first.ofColumns(first.parameters().size() + more));
  }

  DrawColumn[] convert(DrawColumn[] given, int n) throws UnscorableException {
    if (values[0].length < n) {
      for (int i = 0; i < values.length; i++) {
        values[i] = new double[n];
        columns[i].set(values[i], 0);
      }
    }
    rule.convert(given, n, values);
    for (int i = 0; i < columns.length; i++) {
      ParameterCheck.require(distribution, first.get(i), columns[i], n);
    }
    ParameterCheck.require(distribution, distribution.parametrisations().get(0), columns, n);
    return columns;
  }
}
