package io.credence.predict;

import io.credence.deadletter.UnscorableException;
import io.credence.distribution.Variates;
import io.credence.model.Inputs;
import io.credence.model.Noise;
import io.credence.model.Output;
import io.credence.model.Predictive;
import io.credence.model.PredictiveMixture;
import io.credence.model.Sampler;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A model that is compiled for a number of samples per record.
 *
 * <p>Not thread-safe: it owns scratch memory.
 */
public final class Program implements Sampler {

  private final int numSamples;
  // Arrays, because a loop over a list allocates its iterator for each record.
  private final UnseenStep[] unseen;
  private final Step[] steps;
  private final OutputStep[] outputs;
  private final boolean resumes;

  /**
   * @param unseen each after those that it uses
   * @param steps each after those that it uses; random ones in the order in which they take noise
   */
  Program(int numSamples, List<UnseenStep> unseen, List<Step> steps, List<OutputStep> outputs) {
    this.numSamples = numSamples;
    this.unseen = unseen.toArray(UnseenStep[]::new);
    this.steps = steps.toArray(Step[]::new);
    this.outputs = outputs.toArray(OutputStep[]::new);
    long random =
        steps.stream().filter(Step::isRandom).count()
            + outputs.stream().filter(output -> output.prediction().isRandom()).count();
    this.resumes = random > 1;
  }

  /**
   * Compiles a model.
   *
   * @param numSamples posterior predictive samples per record, at least 1
   * @throws ProgramException with all faults of the model's expressions
   */
  public static Program compile(ExpressionModel model, int numSamples) throws ProgramException {
    return compile(model, numSamples, Set.of());
  }

  /**
   * Compiles a model, of which some parts have a fault that was reported.
   *
   * @param faulty the names of those parts; what is wrong with an expression that uses them can't
   *     be known, so only its unknown names are reported
   * @throws ProgramException with all other faults of the model's expressions, which may be none
   */
  static Program compile(ExpressionModel model, int numSamples, Set<String> faulty)
      throws ProgramException {
    return new ProgramCompiler(model, numSamples, faulty).compile();
  }

  /**
   * {@inheritDoc}
   *
   * @throws UnscorableException when a parameter is out of its domain
   */
  @Override
  public void sample(Inputs inputs, Noise noise, Predictive out) throws UnscorableException {
    for (UnseenStep step : unseen) {
      step.run(inputs, noise);
    }
    Variates variates = noise.ofRecord();
    if (resumes) {
      variates.resume(numSamples);
    }
    for (Step step : steps) {
      step.run(inputs, variates);
    }
    for (int i = 0; i < outputs.length; i++) {
      outputs[i].run(inputs, variates, numSamples, i, out);
    }
  }

  @Override
  public Optional<PredictiveMixture> mixture(int output) {
    return outputs[output].prediction().mixture(numSamples);
  }

  /** What the model predicts, of the kinds that its expressions have. */
  List<Output> outputs() {
    return Stream.of(outputs).map(OutputStep::output).toList();
  }

  @Override
  public String causeOf(int sample) {
    Stream<Step> first = Stream.of(unseen).flatMap(each -> each.lets().stream()).map(Step::of);
    for (Step step : Stream.concat(first, Stream.of(steps)).toList()) {
      double value = step.value(sample);
      if (!Double.isFinite(value)) {
        return "there, %s is %s already".formatted(step.shown(), value);
      }
    }
    return "look for the cause in the expression of predict";
  }
}
