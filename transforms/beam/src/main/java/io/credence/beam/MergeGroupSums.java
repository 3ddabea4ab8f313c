package io.credence.beam;

import io.credence.aggregate.GroupSums;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.transforms.Combine.CombineFn;

/** Adds the sums of parts of a group up: to the same bits in any order. */
public final class MergeGroupSums extends CombineFn<GroupSums, GroupSums, GroupSums> {

  private static final long serialVersionUID = 1;

  private final int outputs;
  private final int numSamples;

  /**
   * Merges sums of so many outputs and samples.
   *
   * @param outputs how many outputs are summed
   * @param numSamples how many samples each has
   */
  public MergeGroupSums(int outputs, int numSamples) {
    this.outputs = outputs;
    this.numSamples = numSamples;
  }

  @Override
  public GroupSums createAccumulator() {
    return GroupSums.of(outputs, numSamples);
  }

  @Override
  public GroupSums addInput(GroupSums sum, GroupSums part) {
    sum.add(part);
    return sum;
  }

  @Override
  public GroupSums mergeAccumulators(Iterable<GroupSums> sums) {
    GroupSums sum = createAccumulator();
    sums.forEach(sum::add);
    return sum;
  }

  @Override
  public GroupSums extractOutput(GroupSums sum) {
    return sum;
  }

  @Override
  public Coder<GroupSums> getAccumulatorCoder(CoderRegistry registry, Coder<GroupSums> input) {
    return GroupSumsCoder.of();
  }

  @Override
  public Coder<GroupSums> getDefaultOutputCoder(CoderRegistry registry, Coder<GroupSums> input) {
    return GroupSumsCoder.of();
  }
}
