package io.credence.predict;

import io.credence.deadletter.UnscorableException;
import io.credence.distribution.Distribution;
import io.credence.distribution.Domain;
import io.credence.distribution.Parametrisation;
import io.credence.distribution.Relation;
import io.credence.draws.DrawColumn;
import io.credence.expression.ExpressionException;
import io.credence.model.Inputs;
import org.jspecify.annotations.Nullable;

/** A call whose arguments are numbers and vectors. */
final class PlainCall implements Bound {

  private final Distribution distribution;
  private final Parametrisation parametrisation;
  private final BoundColumns given;
  private final @Nullable Conversion conversion;
  private boolean sound;

  PlainCall(Distribution distribution, Arguments arguments) throws ExpressionException {
    this.distribution = distribution;
    this.parametrisation = arguments.parametrisation();
    this.given =
        new BoundColumns(distribution.name(), parametrisation.parameters(), arguments.values());
    this.conversion =
        parametrisation
            .conversion()
            .map(rule -> new Conversion(distribution, parametrisation, rule, given.count()))
            .orElse(null);
    if (constant()) {
      requireRelations(arguments);
    }
  }

  private void requireRelations(Arguments arguments) throws ExpressionException {
    DrawColumn[] columns = given.constants();
    for (Relation relation : parametrisation.relations()) {
      if (relation.firstBroken(columns, 1) != Domain.NONE) {
        throw new ExpressionException(
            ParameterCheck.complaint(distribution.name(), parametrisation, relation, columns, 0),
            arguments.offsets()[relation.parameter()]);
      }
    }
  }

  @Override
  public Distribution distribution() {
    return distribution;
  }

  @Override
  public int count() {
    return conversion == null ? given.count() : conversion.count();
  }

  @Override
  public boolean constant() {
    return given.constant();
  }

  @Override
  public DrawColumn[] columns(Inputs inputs, int n) throws UnscorableException {
    DrawColumn[] columns = given.load(inputs, n);
    if (!sound) {
      ParameterCheck.require(distribution.name(), parametrisation, columns, n);
      sound = given.fixed();
    }
    return conversion == null ? columns : conversion.convert(columns, n);
  }
}
