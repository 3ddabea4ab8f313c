package io.credence.expression;

import io.credence.draws.DrawColumn;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * An operation on numbers, which is applied draw by draw and element by element. Arithmetic has
 * loops of its own ({@link Arithmetic}), so that the JIT compiler turns them into vector
 * instructions; a lambda call per number would not be.
 */
interface Elementwise {

  /** The result for numbers. */
  double number(double[] arguments);

  /** The result for columns, of as many draws as {@code out} holds. */
  void columns(DrawColumn[] arguments, double[] out);

  static Elementwise unary(DoubleUnaryOperator function) {
    return new Elementwise() {
      @Override
      public double number(double[] arguments) {
        return function.applyAsDouble(arguments[0]);
      }

      @Override
      public void columns(DrawColumn[] arguments, double[] out) {
        DrawColumn x = arguments[0];
        for (int i = 0; i < out.length; i++) {
          out[i] = function.applyAsDouble(x.get(i));
        }
      }
    };
  }

  /** Of any number of arguments, from left to right. */
  static Elementwise folding(DoubleBinaryOperator function) {
    return new Elementwise() {
      @Override
      public double number(double[] arguments) {
        double result = arguments[0];
        for (int k = 1; k < arguments.length; k++) {
          result = function.applyAsDouble(result, arguments[k]);
        }
        return result;
      }

      @Override
      public void columns(DrawColumn[] arguments, double[] out) {
        for (int i = 0; i < out.length; i++) {
          double result = arguments[0].get(i);
          for (int k = 1; k < arguments.length; k++) {
            result = function.applyAsDouble(result, arguments[k].get(i));
          }
          out[i] = result;
        }
      }
    };
  }

  /**
   * The second argument where the first is not 0, else the third; all three are evaluated. NaN
   * where the first is NaN.
   */
  Elementwise WHERE =
      new Elementwise() {
        @Override
        public double number(double[] arguments) {
          return choice(arguments[0], arguments[1], arguments[2]);
        }

        private double choice(double condition, double yes, double no) {
          return Double.isNaN(condition) ? condition : condition != 0 ? yes : no;
        }

        @Override
        public void columns(DrawColumn[] arguments, double[] out) {
          for (int i = 0; i < out.length; i++) {
            out[i] = choice(arguments[0].get(i), arguments[1].get(i), arguments[2].get(i));
          }
        }
      };
}
