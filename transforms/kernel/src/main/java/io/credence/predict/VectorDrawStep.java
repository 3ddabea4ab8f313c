package io.credence.predict;

import io.credence.deadletter.UnscorableException;
import io.credence.distribution.Variates;
import io.credence.expression.Symbol;
import io.credence.model.Inputs;

/**
 * A random step that draws several numbers together.
 *
 * @param call what they are drawn from
 * @param drawn where expressions find them
 */
record VectorDrawStep(MultivariateCall call, Symbol.DrawnVector drawn) implements Step {

  @Override
  public String shown() {
    return "draw step '" + drawn.name() + "'";
  }

  @Override
  public void run(Inputs inputs, Variates variates) throws UnscorableException {
    double[][] columns = drawn.columns();
    call.sample(inputs, columns[0].length, variates, columns);
    for (double[] column : columns) {
      DrawStep.requireFinite(this, column);
    }
  }

  @Override
  public boolean isRandom() {
    return true;
  }

  @Override
  public double value(int sample) {
    // All elements are finite, or the record ends in run.
    return drawn.columns()[0][sample];
  }
}
