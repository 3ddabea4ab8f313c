package io.credence.expression;

import io.credence.distribution.Distributions;
import io.credence.expression.Expression.Call;
import java.util.List;

/** What calls are of: functions, or distributions. */
public final class Calls {

  /** In PyMC, too, the name of a function and, in capitals, of a distribution. */
  private static final String LOGISTIC = "logistic";

  private Calls() {}

  /** All functions, in the order of the alphabet. */
  public static List<FunctionDeclaration> functions() {
    return Functions.declarations();
  }

  /**
   * Whether a call is one of a distribution. The name {@code logistic} is that of a function as
   * well: with one argument without a name, as functions have it, it is the function.
   */
  public static boolean isDistribution(Call call) {
    boolean isFunction =
        isDistributionToo(call.function())
            && call.arguments().size() == 1
            && call.arguments().get(0).name() == null;
    return !isFunction && Distributions.isCallable(call.function());
  }

  /** Whether the name of a function is that of a distribution as well. */
  public static boolean isDistributionToo(String function) {
    return function.equals(LOGISTIC);
  }

  /** Whether there is a function of this name. */
  public static boolean isFunction(String name) {
    return Functions.declaration(name).isPresent();
  }

  /** Refuses a call of what is neither function nor distribution. */
  static void requireKnown(Call call) throws ExpressionException {
    if (!isFunction(call.function()) && !Distributions.isCallable(call.function())) {
      throw UnknownFunction.function(call.function(), call.offset());
    }
  }
}
