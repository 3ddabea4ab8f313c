package io.credence.predict;

import io.credence.expression.Expression;
import io.credence.expression.Expression.Argument;
import io.credence.expression.Expression.Call;
import io.credence.expression.Expression.Vector;
import io.credence.expression.ExpressionException;
import java.util.ArrayList;
import java.util.List;

/**
 * The arguments of a modifier, taken apart.
 *
 * @param inner the distributions
 * @param own the call with the other arguments alone
 */
record ModifierArguments(List<Expression> inner, Call own) {

  /** PyMC's names. */
  private static final String ONE = "dist";

  private static final String SEVERAL = "comp_dists";

  /**
   * @param mixes whether the weights come first, and several distributions after them
   */
  static ModifierArguments of(Call call, boolean mixes) throws ExpressionException {
    String name = mixes ? SEVERAL : ONE;
    List<Expression> inner = new ArrayList<>();
    List<Argument> own = new ArrayList<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      Argument argument = call.arguments().get(i);
      boolean isInner = argument.name() == null ? mixes == i > 0 : argument.name().equals(name);
      if (isInner) {
        inner.addAll(
            mixes && argument.value() instanceof Vector list
                ? list.elements()
                : List.of(argument.value()));
      } else {
        own.add(argument);
      }
    }
    if (mixes ? inner.isEmpty() : inner.size() != 1) {
      throw new ExpressionException(
          mixes
              ? "mixture needs weights, and a distribution for each of them, as in mixture(w, normal(0, 1), normal(0, 9))"
              : "%s needs one distribution, as in %s(normal(mu, sigma), lower = 0)"
                  .formatted(call.function(), call.function()),
          call.offset());
    }
    return new ModifierArguments(inner, new Call(call.function(), own, call.offset()));
  }

  /** An argument that must be a call of a distribution. */
  static Call distribution(Expression expression, String modifier) throws ExpressionException {
    if (expression instanceof Call call && Bound.isCall(call)) {
      return call;
    }
    throw new ExpressionException(
        "A distribution belongs here, as in %s"
            .formatted(
                modifier.equals("mixture")
                    ? "mixture(w, normal(0, 1), normal(0, 9))"
                    : modifier + "(normal(mu, sigma), lower = 0)"),
        expression.offset());
  }
}
