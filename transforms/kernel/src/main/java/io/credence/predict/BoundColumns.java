package io.credence.predict;

import io.credence.deadletter.UnscorableException;
import io.credence.distribution.Parameter;
import io.credence.draws.DrawColumn;
import io.credence.expression.Columns;
import io.credence.model.Inputs;
import java.util.List;
import java.util.stream.Stream;

/**
 * The arguments of a call as columns for one record after another, each within its parameter's
 * domain.
 *
 * <p>Not thread-safe: it owns the columns.
 */
final class BoundColumns {

  private final String call;
  private final List<Parameter> parameters;
  private final Columns[] values;
  private final DrawColumn[] columns;
  private final boolean fixed;
  private final boolean[] sound;

  /**
   * @param call the name of the distribution, for messages
   */
  BoundColumns(String call, List<Parameter> parameters, Columns[] values) {
    this.call = call;
    this.parameters = parameters;
    this.values = values;
    int count = Stream.of(values).mapToInt(Columns::count).sum();
    this.columns = Stream.generate(DrawColumn::new).limit(count).toArray(DrawColumn[]::new);
    this.fixed = Stream.of(values).allMatch(Columns::fixed);
    this.sound = new boolean[values.length];
  }

  /** How many columns. */
  int count() {
    return columns.length;
  }

  /** Whether every record has the same ones. */
  boolean fixed() {
    return fixed;
  }

  /** Whether every record and draw has the same ones. */
  boolean constant() {
    return Stream.of(values).allMatch(Columns::constant);
  }

  /** The columns of what is {@link #constant}. */
  DrawColumn[] constants() {
    return Stream.of(values)
        .flatMap(each -> Stream.of(ParameterCheck.columns(each)))
        .toArray(DrawColumn[]::new);
  }

  /**
   * The columns for a record, valid until the next call.
   *
   * @throws UnscorableException when one of n values lies outside of its parameter's domain
   */
  DrawColumn[] load(Inputs inputs, int n) throws UnscorableException {
    int from = 0;
    for (int i = 0; i < values.length; i++) {
      values[i].load(inputs, columns, from);
      if (!sound[i]) {
        for (int k = 0; k < values[i].count(); k++) {
          ParameterCheck.require(call, parameters.get(i), k, columns[from + k], n);
        }
        // A parameter that no record changes is looked at once.
        sound[i] = values[i].fixed();
      }
      from += values[i].count();
    }
    return columns;
  }
}
