package io.credence.beam;

import io.credence.evaluation.Evaluation;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.transforms.Combine.CombineFn;

/** Adds evaluations up: to the same bits in any order. */
public final class MergeEvaluations extends CombineFn<Evaluation, Evaluation, Evaluation> {

  private static final long serialVersionUID = 1;

  @Override
  public Evaluation createAccumulator() {
    return Evaluation.empty();
  }

  @Override
  public Evaluation addInput(Evaluation sum, Evaluation evaluation) {
    sum.add(evaluation);
    return sum;
  }

  @Override
  public Evaluation mergeAccumulators(Iterable<Evaluation> sums) {
    Evaluation sum = createAccumulator();
    sums.forEach(sum::add);
    return sum;
  }

  @Override
  public Evaluation extractOutput(Evaluation sum) {
    return sum;
  }

  @Override
  public Coder<Evaluation> getAccumulatorCoder(CoderRegistry registry, Coder<Evaluation> input) {
    return EvaluationCoder.of();
  }

  @Override
  public Coder<Evaluation> getDefaultOutputCoder(CoderRegistry registry, Coder<Evaluation> input) {
    return EvaluationCoder.of();
  }
}
