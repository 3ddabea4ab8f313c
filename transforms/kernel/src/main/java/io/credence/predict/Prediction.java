package io.credence.predict;

import io.credence.deadletter.UnscorableException;
import io.credence.distribution.Variates;
import io.credence.draws.DrawColumn;
import io.credence.expression.Calls;
import io.credence.expression.Compiler;
import io.credence.expression.Expression;
import io.credence.expression.Expression.Call;
import io.credence.expression.ExpressionException;
import io.credence.expression.Operand;
import io.credence.expression.Symbol;
import io.credence.expression.UnknownFunction;
import io.credence.model.Inputs;
import io.credence.model.PredictiveMixture;
import java.util.List;
import java.util.Optional;

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

  /** Whether the samples are whole numbers by what they are drawn from. */
  default boolean isInteger() {
    return false;
  }

  /** The labels of the classes whose numbers the samples are; empty where they are numbers. */
  default List<String> classes() {
    return List.of();
  }

  /** Adds to out[k] the probability of class k under each draw of the record last sampled. */
  default void addProbabilities(int n, double[] out) {
    throw new IllegalStateException("Only classes have probabilities");
  }

  /** The distribution of the record last sampled, over n draws; empty where none is named. */
  default Optional<PredictiveMixture> mixture(int n) {
    return Optional.empty();
  }

  /** Whether it takes noise. */
  default boolean isRandom() {
    return false;
  }

  /** The classes that a random step drew. */
  static Prediction of(DrawStep step) {
    Symbol.Drawn drawn = step.drawn();
    return new Prediction() {
      @Override
      public void sample(Inputs inputs, int n, Variates variates, double[] out) {
        System.arraycopy(drawn.column(), 0, out, 0, n);
      }

      @Override
      public List<String> classes() {
        return drawn.classes();
      }

      @Override
      public void addProbabilities(int n, double[] out) {
        step.sampling().addProbabilities(n, out);
      }
    };
  }

  static Prediction compile(Expression expression, Compiler compiler) throws ExpressionException {
    if (expression instanceof Call call && Bound.isCall(call)) {
      return Sampling.compile(call, compiler);
    }
    requireKnown(expression);
    Operand operand = compiler.compile(expression);
    DrawColumn column = new DrawColumn();
    return (inputs, n, variates, out) -> {
      operand.column(inputs, column);
      System.arraycopy(column.values(), column.offset(), out, 0, n);
    };
  }

  /** Reports what is neither a distribution nor a function, where both could stand. */
  static void requireKnown(Expression expression) throws ExpressionException {
    if (expression instanceof Call call && !Calls.isFunction(call.function())) {
      throw UnknownFunction.distribution(call.function(), call.offset());
    }
  }
}
