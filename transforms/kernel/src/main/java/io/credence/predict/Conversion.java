package io.credence.predict;

import io.credence.deadletter.UnscorableException;
import io.credence.distribution.Distribution;
import io.credence.distribution.Parameter;
import io.credence.distribution.Parametrisation;
import io.credence.draws.DrawColumn;
import java.util.List;
import java.util.stream.Stream;

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

  /**
   * @param from the parametrisation that is converted
   * @param given how many columns it has; a vector has as many elements after as before
   */
  Conversion(
      Distribution distribution, Parametrisation from, Parametrisation.Conversion rule, int given) {
    this.distribution = distribution;
    this.rule = rule;
    Parametrisation sampled = distribution.parametrisations().get(0);
    int more = given - from.parameters().size();
    this.first = sampled.ofColumns(sampled.parameters().size() + more);
    this.values = new double[first.size()][0];
    this.columns = Stream.generate(DrawColumn::new).limit(values.length).toArray(DrawColumn[]::new);
  }

  /** How many columns it yields. */
  int count() {
    return columns.length;
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
      Parameter parameter = first.get(i);
      int element = i - first.indexOf(parameter);
      ParameterCheck.require(distribution.name(), parameter, element, columns[i], n);
    }
    return columns;
  }
}
