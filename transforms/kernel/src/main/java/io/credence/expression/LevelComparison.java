package io.credence.expression;

import io.credence.expression.Expression.Binary;
import io.credence.expression.Symbol.LevelFeature;
import io.credence.model.Inputs;
import io.credence.problem.Excerpt;
import io.credence.problem.Suggestion;
import java.util.List;

/** Compiles {@code eth == "black"} and {@code eth != "black"}. */
final class LevelComparison {

  private LevelComparison() {}

  /** Whether one of the sides can only be compared as a level or text. */
  static boolean applies(Value left, Value right) {
    return left instanceof Text || right instanceof Text || (isText(left) && isText(right));
  }

  private static boolean isText(Value value) {
    return value instanceof Level level && !level.feature().numeric();
  }

  static Operand of(Binary binary, Value left, Value right, int draws) throws ExpressionException {
    String operator = binary.operator();
    Value level = left instanceof Level ? left : right;
    Value text = left instanceof Level ? right : left;
    boolean equality = operator.equals("==") || operator.equals("!=");
    if (!(level instanceof Level known) || !(text instanceof Text label) || !equality) {
      throw new TypeFault(
          "A text can only be compared with a feature that has levels, as in eth == \"black\" or eth != \"black\", but here %s %s %s"
              .formatted(left.kind(), operator, right.kind()),
          binary.offset());
    }
    int wanted = position(known.feature(), label, binary.offset());
    int slot = known.feature().slot();
    boolean equal = operator.equals("==");
    return new ScalarOperand(false, draws) {
      @Override
      double value(Inputs inputs) {
        return Operators.truth((inputs.level(slot) == wanted) == equal);
      }
    };
  }

  private static int position(LevelFeature feature, Text label, int offset)
      throws ExpressionException {
    List<String> levels = feature.levels();
    int position = levels.indexOf(label.value());
    if (position < 0) {
      throw new ExpressionException(
          "Feature '%s' has no level \"%s\"%s, so it could never be equal; its levels are %s"
              .formatted(
                  feature.name(),
                  Excerpt.of(label.value()),
                  Suggestion.didYouMean(label.value(), levels),
                  Label.list(levels)),
          offset);
    }
    return position;
  }
}
