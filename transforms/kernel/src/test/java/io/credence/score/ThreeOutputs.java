package io.credence.score;

import io.credence.deadletter.UnscorableException;
import io.credence.model.Inputs;
import io.credence.model.Model;
import io.credence.model.ModelDescription;
import io.credence.model.Noise;
import io.credence.model.Output;
import io.credence.model.Predictive;
import io.credence.model.Sampler;
import io.credence.predict.ModelFixture;
import java.util.List;

/** A model of a real output, a count and classes, whose four samples are known. */
public final class ThreeOutputs implements Model {

  static final double[] LOSS = {0.5, 3, 1, 2};
  static final double[] CLAIMS = {0, 2, 1, 1};
  static final double[] PROGRAM = {1, 1, 2, 0};

  private final double[] loss;
  private final double[] probabilities;

  /** With other samples of the loss, and probabilities of the classes. */
  public ThreeOutputs(double[] loss, double... probabilities) {
    this.loss = loss;
    this.probabilities = probabilities;
  }

  /** With {@link #LOSS} and the probabilities 0.25, 0.5 and 0.25. */
  public ThreeOutputs() {
    this(LOSS, 0.25, 0.5, 0.25);
  }

  @Override
  public ModelDescription description() {
    return ModelFixture.predicting("0")
        .model()
        .description()
        .withOutputs(
            List.of(
                Output.real("loss"),
                Output.integer("claims"),
                Output.classes("program", List.of("general", "on-line", "8"))));
  }

  @Override
  public Sampler sampler(int numSamples) {
    return new Sampler() {
      @Override
      public void sample(Inputs record, Noise noise, Predictive out) throws UnscorableException {
        System.arraycopy(loss, 0, out.samples(0), 0, numSamples);
        System.arraycopy(CLAIMS, 0, out.samples(1), 0, numSamples);
        System.arraycopy(PROGRAM, 0, out.samples(2), 0, numSamples);
        System.arraycopy(probabilities, 0, out.probabilities(2), 0, 3);
      }
    };
  }
}
