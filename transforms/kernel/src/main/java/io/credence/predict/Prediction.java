package io.credence.predict;

import io.credence.deadletter.UnscorableException;
import io.credence.distribution.Noise;
import io.credence.draws.DrawColumn;
import io.credence.expression.Compiler;
import io.credence.expression.Expression;
import io.credence.expression.Expression.Call;
import io.credence.expression.ExpressionException;
import io.credence.expression.Inputs;
import io.credence.expression.Operand;

/**
 * What yields a record's samples: a distribution, or an expression whose values are the samples.
 */
interface Prediction {

  void sample(Inputs inputs, int n, Noise noise, double[] out) throws UnscorableException;

  static Prediction compile(Expression expression, Compiler compiler) throws ExpressionException {
    if (expression instanceof Call call && Sampling.isDistribution(call)) {
      return Sampling.compile(call, compiler)::sample;
    }
    Operand operand = compiler.compile(expression);
    DrawColumn column = new DrawColumn();
    return (inputs, n, noise, out) -> {
      operand.column(inputs, column);
      System.arraycopy(column.values(), column.offset(), out, 0, n);
    };
  }
}
