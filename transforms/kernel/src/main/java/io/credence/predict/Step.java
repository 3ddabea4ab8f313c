package io.credence.predict;

import io.credence.deadletter.UnscorableException;
import io.credence.distribution.Variates;
import io.credence.expression.LetStep;
import io.credence.model.Inputs;

/** A named step that is evaluated for each record, before the outputs. */
interface Step {

  /** What it is, for messages. */
  String shown();

  /**
   * Evaluates it for a record, after those that it uses.
   *
   * @param variates the noise of the record, of which a let step takes none
   */
  void run(Inputs inputs, Variates variates) throws UnscorableException;

  /** Whether it takes noise. */
  default boolean isRandom() {
    return false;
  }

  /** Its value for a sample of the record that it was last evaluated for. */
  double value(int sample);

  /** A let step. */
  static Step of(LetStep let) {
    return new Step() {
      @Override
      public String shown() {
        return "let step '" + let.name() + "'";
      }

      @Override
      public void run(Inputs inputs, Variates variates) throws UnscorableException {
        let.evaluate(inputs);
      }

      @Override
      public double value(int sample) {
        return let.value(sample);
      }
    };
  }
}
