package io.credence.predict;

import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;
import io.credence.distribution.Variates;
import io.credence.expression.Compiler;
import io.credence.expression.Inputs;
import io.credence.expression.LetStep;
import io.credence.expression.Substitution;
import io.credence.model.Model;
import java.util.List;

/**
 * A model that is compiled for a number of samples per record.
 *
 * <p>Not thread-safe: it owns scratch memory.
 */
public final class Program {

  private final int numSamples;
  private final List<LetStep> steps;
  private final List<Substitution> substitutions;
  private final List<Sampling> substitutes;
  private final Prediction prediction;
  private final int features;

  Program(
      int numSamples,
      int features,
      Compiler compiler,
      List<Sampling> substitutes,
      Prediction prediction) {
    this.numSamples = numSamples;
    this.features = features;
    this.steps = compiler.steps();
    this.substitutions = compiler.substitutions();
    this.substitutes = substitutes;
    this.prediction = prediction;
  }

  /**
   * Compiles a model.
   *
   * @param numSamples posterior predictive samples per record, at least 1
   * @throws ProgramException with all faults of the model's expressions
   * @throws IllegalArgumentException when a parameter has too many elements for that many samples
   */
  public static Program compile(Model model, int numSamples) throws ProgramException {
    return new ProgramCompiler(model, numSamples).compile();
  }

  public int numSamples() {
    return numSamples;
  }

  /** Room for the features of one record. */
  Inputs newInputs() {
    return new Inputs(features, substitutions.size(), numSamples);
  }

  /**
   * Draws the samples of one record into out[0] to out[numSamples - 1].
   *
   * @throws UnscorableException when a parameter is out of its domain or a sample is not finite
   */
  void sample(Inputs inputs, RecordNoise noise, double[] out) throws UnscorableException {
    for (int i = 0; i < substitutes.size(); i++) {
      if (inputs.level(substitutions.get(i).slot()) == Inputs.UNSEEN) {
        Variates variates = noise.ofEffect(substitutions.get(i), inputs);
        substitutes.get(i).sample(inputs, numSamples, variates, inputs.substitute(i));
      }
    }
    for (LetStep step : steps) {
      step.evaluate(inputs);
    }
    prediction.sample(inputs, numSamples, noise.ofRecord(), out);
    requireFinite(out);
  }

  private void requireFinite(double[] samples) throws UnscorableException {
    for (int i = 0; i < numSamples; i++) {
      if (!(Math.abs(samples[i]) <= Double.MAX_VALUE)) {
        throw new UnscorableException(
            DeadLetterCode.NOT_FINITE_PREDICTION,
            "The prediction must be finite, but is %s in sample %s of %s; %s"
                .formatted(samples[i], i, numSamples, cause(i)),
            null);
      }
    }
  }

  private String cause(int sample) {
    for (LetStep step : steps) {
      double value = step.value(sample);
      if (!(Math.abs(value) <= Double.MAX_VALUE)) {
        return "there, let step '%s' is %s already".formatted(step.name(), value);
      }
    }
    return "look for the cause in the expression of predict";
  }
}
