package io.credence.expression;

import io.credence.expression.Expression.Name;
import io.credence.problem.Suggestion;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Finds out what names stand for. */
final class NameCompiler {

  /** The one name that has a meaning where the model gives it none. */
  private static final String PI = "pi";

  private final LetCompiler lets;
  private final Scope scope;
  private final Values values;
  private final Set<String> leftOut = new HashSet<>();

  NameCompiler(LetCompiler lets, Scope scope, Values values) {
    this.lets = lets;
    this.scope = scope;
    this.values = values;
  }

  /** As {@link Compiler#leaveOut}. */
  void leaveOut(String name) {
    leftOut.add(name);
  }

  Value compile(Name name) throws ExpressionException {
    if (isPi(name)) {
      return values.literal(Math.PI);
    }
    Symbol symbol = resolve(name);
    Hidden.requireClear(name, symbol, scope);
    if (symbol instanceof Symbol.NumberFeature feature) {
      return new FeatureOperand(feature, values.draws());
    }
    if (symbol instanceof Symbol.VectorFeature feature) {
      return new FeatureVector(feature);
    }
    if (symbol instanceof Symbol.LevelFeature feature) {
      return new Level(feature);
    }
    if (symbol instanceof Symbol.Let let) {
      return lets.compile(name, let);
    }
    if (symbol instanceof Symbol.Drawn drawn) {
      return drawn.classes().isEmpty() ? new DrawnNumbers(drawn) : new DrawnClasses(drawn);
    }
    if (symbol instanceof Symbol.DrawnVector drawn) {
      return new DrawnElements(drawn);
    }
    return values.simplified(new WholeTensor((Symbol.Tensor) symbol, values.draws()));
  }

  private boolean isPi(Name name) {
    return name.text().equals(PI) && scope.resolve(PI).isEmpty();
  }

  /** Refuses a name that stands for nothing, or for what can't be used, here or later. */
  void require(Name name) throws ExpressionException {
    if (!isPi(name) && !scope.isDrawnLater(name.text())) {
      resolve(name);
    }
  }

  Symbol resolve(Name name) throws ExpressionException {
    if (leftOut.contains(name.text())) {
      throw new FollowUp(name.offset());
    }
    Optional<String> ambiguity = scope.ambiguity(name.text());
    if (ambiguity.isPresent()) {
      throw new ExpressionException(ambiguity.get(), name.offset());
    }
    Symbol symbol =
        scope
            .resolve(name.text())
            .orElseThrow(
                () ->
                    new ExpressionException(
                        scope.isDrawnLater(name.text())
                            ? drawnLater(name.text())
                            : "There is no feature, parameter, constant or let step '%s'%s"
                                .formatted(
                                    name.text(), Suggestion.didYouMean(name.text(), scope.names())),
                        name.offset()));
    String fault =
        symbol instanceof Symbol.Tensor ? scope.unusable(name.text()).orElse(null) : null;
    if (fault != null) {
      throw new ExpressionException(fault, name.offset());
    }
    return symbol;
  }

  private static String drawnLater(String name) {
    return "'%s' is not drawn before this is needed: random steps are drawn in the order in which draw has them, so put it before those that use it"
        .formatted(name);
  }
}
