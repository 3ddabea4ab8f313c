package io.credence.expression;

import io.credence.deadletter.UnscorableException;
import io.credence.expression.Expression.Name;
import io.credence.expression.Symbol.Dimension;
import io.credence.expression.Symbol.LevelFeature;
import io.credence.expression.Symbol.NumberFeature;
import io.credence.expression.Symbol.Tensor;
import io.credence.model.Inputs;
import org.jspecify.annotations.Nullable;

/** Compiles an index of a tensor to what finds the position on its axis. */
final class AxisCompiler {

  private final Compiler compiler;

  AxisCompiler(Compiler compiler) {
    this.compiler = compiler;
  }

  /**
   * The feature with levels that an index names, be it by another name that a let step gives it;
   * null when it names none. A number of the same value would be a position, and so another
   * element.
   */
  @Nullable LevelFeature levelFeature(Expression index) throws ExpressionException {
    return feature(index) instanceof LevelFeature feature ? feature : null;
  }

  /** The slot of the feature that an index names, or {@link Substitution#NONE}. */
  int slot(Expression index) throws ExpressionException {
    Symbol symbol = feature(index);
    if (symbol instanceof LevelFeature levels) {
      return levels.slot();
    }
    return symbol instanceof NumberFeature number ? number.slot() : Substitution.NONE;
  }

  /** What an index stands for, where it is a name; null when it is another expression. */
  private @Nullable Symbol feature(Expression index) throws ExpressionException {
    if (!(index instanceof Name name)) {
      return null;
    }
    Symbol symbol = compiler.resolve(name);
    if (symbol instanceof Symbol.Let) {
      compiler.compile(name); // Finds a cycle, which the loop would not leave.
    }
    while (symbol instanceof Symbol.Let let && let.expression() instanceof Name other) {
      symbol = compiler.resolve(other);
    }
    return symbol;
  }

  Axis axis(Tensor tensor, Dimension dimension, Expression index) throws ExpressionException {
    Symbol symbol = feature(index);
    if (symbol instanceof LevelFeature feature) {
      return Axis.byLevel(
          feature.slot(), LevelPositions.of(tensor, dimension, feature, index.offset()));
    }
    NumberFeature number = symbol instanceof NumberFeature feature ? feature : null;
    if (number != null && number.truth() && !dimension.isCounted()) {
      return TruthPositions.axis(tensor, dimension, number, index.offset());
    }
    Operand operand = compiler.compile(index);
    if (!(operand instanceof ScalarOperand scalar)) {
      throw new ExpressionException(
          "An index must not depend on a parameter of the model", index.offset());
    }
    if (scalar.fixed()) {
      PositionIndex.requireFixed(tensor, dimension, index.offset());
      return fixedAxis(tensor, dimension, scalar, index.offset());
    }
    PositionIndex.require(tensor, dimension, number, index.offset());
    return Axis.byNumber(scalar, dimension.size(), tensor.name());
  }

  private static Axis fixedAxis(Tensor tensor, Dimension dimension, ScalarOperand index, int offset)
      throws ExpressionException {
    try {
      Axis axis = Axis.byNumber(index, dimension.size(), tensor.name());
      return Axis.at(axis.position(new Inputs(0)));
    } catch (UnscorableException e) {
      throw new ExpressionException(e.reason(), offset);
    }
  }
}
