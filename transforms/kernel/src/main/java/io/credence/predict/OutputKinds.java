package io.credence.predict;

import io.credence.expression.Expression;
import io.credence.model.Output;
import io.credence.model.Output.Kind;
import java.util.HashMap;
import java.util.Map;

/** Of which kind the outputs of a model are, one after another. */
final class OutputKinds {

  private final boolean plainIsReal;
  private final WholeNumbers wholeNumbers;
  private final Map<String, Kind> drawn = new HashMap<>();

  OutputKinds(ExpressionModel model, Map<String, DrawStep> draws) {
    // The one expression of predict has always been of real numbers.
    this.plainIsReal = model.predict() != null;
    this.wholeNumbers = new WholeNumbers(model.let(), drawn);
    draws.forEach((name, step) -> drawn.put(name, kind(step.sampling())));
  }

  private static Kind kind(Prediction prediction) {
    if (!prediction.classes().isEmpty()) {
      return Kind.CLASSES;
    }
    return prediction.isInteger() ? Kind.INTEGER : Kind.REAL;
  }

  /** The next output; later ones may use it. */
  Output output(String name, Expression expression, Prediction prediction) {
    Kind kind = kind(prediction);
    if (kind == Kind.REAL
        && !plainIsReal
        && !prediction.isRandom()
        && wholeNumbers.yields(expression)) {
      kind = Kind.INTEGER;
    }
    drawn.putIfAbsent(name, kind);
    return new Output(name, kind, prediction.classes());
  }
}
