package io.credence.predict;

import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;
import io.credence.distribution.Distribution;
import io.credence.distribution.Domain;
import io.credence.distribution.Parameter;
import io.credence.draws.DrawColumn;

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
}
