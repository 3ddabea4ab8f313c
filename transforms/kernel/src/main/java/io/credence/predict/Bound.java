package io.credence.predict;

import io.credence.deadletter.UnscorableException;
import io.credence.distribution.Distribution;
import io.credence.distribution.Distributions;
import io.credence.distribution.Modifier;
import io.credence.distribution.MultivariateNormal;
import io.credence.draws.DrawColumn;
import io.credence.expression.Calls;
import io.credence.expression.Compiler;
import io.credence.expression.Expression;
import io.credence.expression.Expression.Call;
import io.credence.expression.ExpressionException;
import io.credence.model.Inputs;
import java.util.Optional;

/**
 * A call of a distribution whose arguments are compiled.
 *
 * <p>Not thread-safe.
 */
interface Bound {

  Distribution distribution();

  /** How many columns {@link #columns} yields. */
  int count();

  /** Whether every record and draw has the same parameters. */
  boolean constant();

  /**
   * The columns of the distribution's first parametrisation for a record, valid until the next
   * call.
   *
   * @throws UnscorableException when a parameter lies outside of its domain for one of n draws
   */
  DrawColumn[] columns(Inputs inputs, int n) throws UnscorableException;

  static boolean isCall(Expression expression) {
    return expression instanceof Call call && Calls.isDistribution(call);
  }

  /**
   * Binds the arguments of a call to the parameters of its distribution.
   *
   * @throws ExpressionException when an argument does not fit
   */
  static Bound compile(Call call, Compiler compiler) throws ExpressionException {
    Optional<Modifier> modifier = Modifier.named(call.function());
    if (modifier.isPresent()) {
      return ModifierCall.compile(call, modifier.get(), compiler);
    }
    if (call.function().equals(MultivariateNormal.NAME)) {
      throw new ExpressionException(
          "mv_normal yields a vector: draw it in a step, as in draw: {z: mv_normal(mu, chol = L)}, and use z[0] and z[1]; or let it stand in for several elements when a level is unseen, as in unseen: {county: {\"[ab[county, 0], ab[county, 1]]\": ...}}",
          call.offset());
    }
    Distribution distribution = Distributions.named(call.function()).orElseThrow();
    return new PlainCall(
        distribution, Arguments.bind(call, distribution.parametrisations(), compiler));
  }
}
