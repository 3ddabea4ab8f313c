package io.credence.score;

import io.credence.deadletter.UnscorableException;
import io.credence.model.Output;
import io.credence.model.Output.Kind;
import io.credence.summary.ClassSummary;
import io.credence.summary.OutputSummary;
import io.credence.summary.Summarizer;
import io.credence.summary.SummarySpec;
import java.util.ArrayList;
import java.util.List;

/**
 * Reduces the samples of a record's outputs, each to what its kind and a specification ask for. All
 * of them share scratch memory. Not thread-safe.
 */
public final class OutputReduction {

  private final List<Reduction> reductions = new ArrayList<>();

  private OutputReduction() {}

  @FunctionalInterface
  private interface Reduction {
    OutputSummary reduce(double[] samples, double[] probabilities) throws UnscorableException;
  }

  /**
   * The reduction of a model's outputs, each as the specification has it.
   *
   * @param scratch whose memory they use in turn
   */
  public static OutputReduction of(List<Output> outputs, ScoreSpec spec, Summarizer scratch) {
    OutputReduction reduction = new OutputReduction();
    spec.requireOutputs(outputs);
    for (Output output : outputs) {
      Reduction one = reduction(output.kind(), spec.summary(output.name()), scratch);
      reduction.reductions.add(outputs.size() == 1 ? one : named(output.name(), one));
    }
    return reduction;
  }

  private static Reduction reduction(Kind kind, SummarySpec spec, Summarizer scratch) {
    if (kind == Kind.CLASSES) {
      return (samples, probabilities) ->
          ClassSummary.of(samples.length, probabilities.clone()).requireFinite();
    }
    Summarizer summarizer = kind == Kind.INTEGER ? scratch.ofIntegers(spec) : scratch.ofReals(spec);
    return (samples, probabilities) ->
        summarizer.summarize(samples, samples.length).requireFinite();
  }

  /** Says of what can't be reduced which output it is. */
  private static Reduction named(String output, Reduction reduction) {
    return (samples, probabilities) -> {
      try {
        return reduction.reduce(samples, probabilities);
      } catch (UnscorableException e) {
        throw new UnscorableException(
            e.code(), "Output %s: %s".formatted(output, e.reason()), e.feature());
      }
    };
  }

  /**
   * Reduces the samples of an output.
   *
   * @param output its position
   * @param samples all of them, which are left as they are
   * @param probabilities of its classes; they are copied
   * @throws UnscorableException when they have no such figures
   */
  public OutputSummary reduce(int output, double[] samples, double[] probabilities)
      throws UnscorableException {
    return reductions.get(output).reduce(samples, probabilities);
  }
}
