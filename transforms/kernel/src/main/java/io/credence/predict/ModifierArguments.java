package io.credence.predict;

import io.credence.distribution.Modifier;
import io.credence.expression.Calls;
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

  /** Each level asks that beneath it four times for a probability. */
  private static final int MAX_NESTED = 2;

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

  /** Refuses calls that are nested so deep that their functions would take minutes. */
  static void requireShallow(Call call) throws ExpressionException {
    if (nested(call) > MAX_NESTED) {
      throw new ExpressionException(
          "truncated, censored and mixture can be nested %s deep, as in mixture(w, truncated(normal(0, 1), lower = 0), normal(0, 9))"
              .formatted(MAX_NESTED),
          call.offset());
    }
  }

  private static int nested(Expression expression) {
    if (expression instanceof Vector list) {
      return list.elements().stream().mapToInt(ModifierArguments::nested).max().orElse(0);
    }
    if (!(expression instanceof Call call) || Modifier.named(call.function()).isEmpty()) {
      return 0;
    }
    return 1 + call.arguments().stream().mapToInt(each -> nested(each.value())).max().orElse(0);
  }

  /** An argument that must be a call of a distribution. */
  static Call distribution(Expression expression, String modifier) throws ExpressionException {
    if (expression instanceof Call call && Bound.isCall(call)) {
      return call;
    }
    throw new ExpressionException(
        "A distribution belongs here, as in %s%s"
            .formatted(
                modifier.equals("mixture")
                    ? "mixture(w, normal(0, 1), normal(0, 9))"
                    : modifier + "(normal(mu, sigma), lower = 0)",
                isTheFunction(expression)
                    ? "; logistic with one argument is the function, so name it: logistic(mu = …)"
                    : ""),
        expression.offset());
  }

  private static boolean isTheFunction(Expression expression) {
    return expression instanceof Call call && Calls.isDistributionToo(call.function());
  }
}
