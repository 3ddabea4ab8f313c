package io.credence.predict;

import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;
import io.credence.distribution.Variates;
import io.credence.draws.Finite;
import io.credence.expression.Symbol;
import io.credence.model.Inputs;

/**
 * A random step: drawn once for each sample of a record, and read by later steps and outputs.
 *
 * @param sampling what it is drawn from
 * @param drawn where expressions find it
 */
record DrawStep(Sampling sampling, Symbol.Drawn drawn) implements Step {

  @Override
  public String shown() {
    return "draw step '" + drawn.name() + "'";
  }

  @Override
  public void run(Inputs inputs, Variates variates) throws UnscorableException {
    double[] column = drawn.column();
    sampling.sample(inputs, column.length, variates, column);
    requireFinite(this, column);
  }

  /**
   * @throws UnscorableException when what a random step drew is not finite
   */
  static void requireFinite(Step step, double[] column) throws UnscorableException {
    int bad = Finite.firstNot(column, column.length);
    if (bad >= 0) {
      throw new UnscorableException(
          DeadLetterCode.NOT_FINITE_PREDICTION,
          "Samples must be finite, but %s is %s in sample %s of %s"
              .formatted(step.shown(), column[bad], bad, column.length),
          null);
    }
  }

  @Override
  public boolean isRandom() {
    return true;
  }

  @Override
  public double value(int sample) {
    return drawn.column()[sample];
  }
}
