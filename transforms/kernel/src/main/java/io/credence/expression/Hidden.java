package io.credence.expression;

import io.credence.expression.Expression.Name;
import io.credence.expression.Symbol.Tensor;

/** Speaks of parameters and constants whose name a step or a feature has taken. */
final class Hidden {

  private Hidden() {}

  /** For messages: that a step hides a parameter, and what to do. */
  static String byStep(String name, Scope scope) {
    return "the posterior has a %s '%s' too, which the step hides: rename the step to use it"
        .formatted(kind(scope.hidden(name).orElseThrow()), name);
  }

  /** For messages of something wrong with a name; empty where nothing is hidden. */
  static String remedy(String name, Symbol symbol, Scope scope) {
    if (scope.hidden(name).isEmpty()) {
      return "";
    }
    return isStep(symbol)
        ? "; " + byStep(name, scope)
        : "; the posterior has a %s '%s' too, which the feature hides: %s"
            .formatted(kind(scope.hidden(name).orElseThrow()), name, rename(name));
  }

  /**
   * Refuses a name that is a feature, and could as well be a parameter. A constant is what the
   * feature was in training, and never meant.
   */
  static void requireClear(Name name, Symbol symbol, Scope scope) throws ExpressionException {
    Tensor hidden = scope.hidden(name.text()).orElse(null);
    boolean isFeature = !isStep(symbol) && !(symbol instanceof Tensor);
    if (isFeature && hidden != null && hidden.isParameter()) {
      throw new ExpressionException(
          "'%s' could be the feature or the parameter of this name. %s"
              .formatted(name.text(), sentence(rename(name.text()))),
          name.offset());
    }
  }

  private static boolean isStep(Symbol symbol) {
    return symbol instanceof Symbol.Let
        || symbol instanceof Symbol.Drawn
        || symbol instanceof Symbol.DrawnVector;
  }

  private static String rename(String name) {
    return "rename the feature, as in %s_: {column: %s, …}".formatted(name, name);
  }

  private static String sentence(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static String kind(Tensor tensor) {
    return tensor.isParameter() ? "parameter" : "constant";
  }
}
