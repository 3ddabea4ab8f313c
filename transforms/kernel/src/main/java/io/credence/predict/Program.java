package io.credence.predict;

import io.credence.deadletter.UnscorableException;
import io.credence.distribution.Variates;
import io.credence.expression.LetStep;
import io.credence.expression.Substitution;
import io.credence.model.Inputs;
import io.credence.model.Noise;
import io.credence.model.Predictive;
import io.credence.model.Sampler;
import java.util.List;

/**
 * A model that is compiled for a number of samples per record.
 *
 * <p>Not thread-safe: it owns scratch memory.
 */
public final class Program implements Sampler {

  private final int numSamples;
  private final List<LetStep> steps;
  private final List<Substitute> substitutes;
  private final Prediction prediction;

  Program(
      int numSamples, List<LetStep> steps, List<Substitute> substitutes, Prediction prediction) {
    this.numSamples = numSamples;
    this.steps = List.copyOf(steps);
    this.substitutes = List.copyOf(substitutes);
    this.prediction = prediction;
  }

  /**
   * What stands in for an indexed parameter when a level is unseen.
   *
   * @param place where it does
   * @param sampling what it is drawn from
   * @param column where the expressions find it
   */
  @SuppressWarnings("ArrayRecordComponent") // Shared storage that is never compared.
  record Substitute(Substitution place, Sampling sampling, double[] column) {}

  /**
   * Compiles a model.
   *
   * @param numSamples posterior predictive samples per record, at least 1
   * @throws ProgramException with all faults of the model's expressions
   */
  public static Program compile(ExpressionModel model, int numSamples) throws ProgramException {
    return new ProgramCompiler(model, numSamples).compile();
  }

  /**
   * {@inheritDoc}
   *
   * @throws UnscorableException when a parameter is out of its domain
   */
  @Override
  public void sample(Inputs inputs, Noise noise, Predictive out) throws UnscorableException {
    for (Substitute substitute : substitutes) {
      Substitution place = substitute.place();
      if (inputs.level(place.slot()) == Inputs.UNSEEN) {
        Variates variates =
            noise.ofEffect(inputs, place.slot(), place.tensor(), place.positions(), place.slots());
        substitute.sampling().sample(inputs, numSamples, variates, substitute.column());
      }
    }
    for (LetStep step : steps) {
      step.evaluate(inputs);
    }
    prediction.sample(inputs, numSamples, noise.ofRecord(), out.samples(0));
  }

  @Override
  public String causeOf(int sample) {
    for (LetStep step : steps) {
      double value = step.value(sample);
      if (!(Math.abs(value) <= Double.MAX_VALUE)) {
        return "there, let step '%s' is %s already".formatted(step.name(), value);
      }
    }
    return "look for the cause in the expression of predict";
  }
}
