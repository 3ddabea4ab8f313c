package io.credence.predict;

import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;
import io.credence.distribution.Distribution;
import io.credence.distribution.Domain;
import io.credence.distribution.Parameter;
import io.credence.distribution.Parametrisation;
import io.credence.distribution.Relation;
import io.credence.draws.DrawColumn;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Keeps values that a parameter cannot have from its distribution. */
final class ParameterCheck {

  private ParameterCheck() {}

  /**
   * @throws UnscorableException when one of n values lies outside of the parameter's domain
   */
  static void require(Distribution distribution, Parameter parameter, DrawColumn column, int n)
      throws UnscorableException {
    int outside = parameter.domain().firstOutside(column, n);
    if (outside != Domain.NONE) {
      double value = column.get(outside);
      boolean finite = Math.abs(value) <= Double.MAX_VALUE;
      throw new UnscorableException(
          finite ? DeadLetterCode.INVALID_PARAMETER : DeadLetterCode.NOT_FINITE_PREDICTION,
          "%s of %s must be %s, but is %s in sample %s of %s"
              .formatted(
                  parameter.name(),
                  distribution.name(),
                  parameter.domain().condition(),
                  value,
                  outside,
                  n),
          parameter.name());
    }
  }

  /**
   * @throws UnscorableException when a relation between the parameters does not hold for a draw
   */
  static void require(
      Distribution distribution, Parametrisation parametrisation, DrawColumn[] columns, int n)
      throws UnscorableException {
    for (Relation relation : parametrisation.relations()) {
      int broken = relation.firstBroken(columns, n);
      if (broken != Domain.NONE) {
        throw new UnscorableException(
            DeadLetterCode.INVALID_PARAMETER,
            "%s of %s must be %s, but is %s where %s in sample %s of %s"
                .formatted(
                    parametrisation.names().get(relation.parameter()),
                    distribution.name(),
                    relation.condition(),
                    columns[relation.parameter()].get(broken),
                    others(parametrisation, relation.parameter(), columns, broken),
                    broken,
                    n),
            parametrisation.names().get(relation.parameter()));
      }
    }
  }

  /** The other parameters and their values, such as {@code lower = 2.0}. */
  private static String others(
      Parametrisation parametrisation, int one, DrawColumn[] columns, int draw) {
    List<Parameter> each = parametrisation.ofColumns(columns.length);
    return IntStream.range(0, columns.length)
        .filter(i -> i != one)
        .mapToObj(i -> each.get(i).name() + " = " + columns[i].get(draw))
        .collect(Collectors.joining(", "));
  }
}
