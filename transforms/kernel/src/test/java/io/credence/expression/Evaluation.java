package io.credence.expression;

import io.credence.deadletter.UnscorableException;
import io.credence.draws.DrawColumn;
import io.credence.model.Inputs;
import java.util.Arrays;
import java.util.List;

/** Compiles an expression and evaluates it for one record after another. */
final class Evaluation {

  static final int DRAWS = 3;

  private final Compiler compiler;
  private final Operand operand;
  private final Inputs inputs;

  private Evaluation(TestScope scope, String source) throws ExpressionException {
    this.compiler = new Compiler(scope, DRAWS);
    this.operand = compiler.compile(Parser.parse(source));
    this.inputs = new Inputs(8);
  }

  static Evaluation of(TestScope scope, String source) throws ExpressionException {
    return new Evaluation(scope, source);
  }

  /** The value of an expression without names. */
  static double constant(String source) throws ExpressionException, UnscorableException {
    return of(new TestScope(), source).column()[0];
  }

  Evaluation number(int slot, double value) {
    inputs.setNumber(slot, value);
    return this;
  }

  Evaluation level(int slot, int level) {
    inputs.setLevel(slot, level);
    return this;
  }

  Evaluation vector(int slot, double... numbers) {
    inputs.setVector(slot, numbers);
    return this;
  }

  /** Puts a substitute in the place of the given number. */
  Evaluation substitute(int substitution, double... draws) {
    double[] column = List.copyOf(compiler.substitutions().values()).get(substitution);
    System.arraycopy(draws, 0, column, 0, DRAWS);
    return this;
  }

  Compiler compiler() {
    return compiler;
  }

  Operand operand() {
    return operand;
  }

  /** One value per draw. */
  double[] column() throws UnscorableException {
    for (LetStep step : compiler.steps()) {
      step.evaluate(inputs);
    }
    DrawColumn column = new DrawColumn();
    operand.column(inputs, column);
    return Arrays.copyOfRange(column.values(), column.offset(), column.offset() + DRAWS);
  }
}
