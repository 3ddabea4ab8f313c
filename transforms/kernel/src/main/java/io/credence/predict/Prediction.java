package io.credence.predict;

import io.credence.deadletter.UnscorableException;
import io.credence.distribution.Variates;
import io.credence.draws.DrawColumn;
import io.credence.expression.Compiler;
import io.credence.expression.Expression;
import io.credence.expression.Expression.Call;
import io.credence.expression.ExpressionException;
import io.credence.expression.Operand;
import io.credence.expression.UnknownFunction;
import io.credence.model.Inputs;

/**
 * What yields a record's samples: a distribution, or an expression whose values are the samples.
 */
interface Prediction {

  /**
   * Draws n samples.
   *
   * @throws UnscorableException when a parameter lies outside of its domain for some draw
   */
  void sample(Inputs inputs, int n, Variates variates, double[] out) throws UnscorableException;

  static Prediction compile(Expression expression, Compiler compiler) throws ExpressionException {
    if (expression instanceof Call call && Sampling.isDistribution(call)) {
      return Sampling.compile(call, compiler);
    }
    if (expression instanceof Call call && !Compiler.isFunction(call.function())) {
      throw UnknownFunction.distribution(call.function(), call.offset());
    }
    Operand operand = compiler.compile(expression);
    DrawColumn column = new DrawColumn();
    return (inputs, n, variates, out) -> {
      operand.column(inputs, column);
      System.arraycopy(column.values(), column.offset(), out, 0, n);
    };
  }
}
