package io.credence.benchmarks;

import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.sink.RichSinkFunction;

/** Adds up the counts of all splits, for the client to see when the job is over. */
final class GatherCounts extends RichSinkFunction<SplitCounts> {

  static final String SCORED = "scored";
  static final String DEAD_LETTERS = "deadLetters";

  private static final long serialVersionUID = 1;

  private final LongCounter scored = new LongCounter();
  private final LongCounter deadLetters = new LongCounter();

  @Override
  public void open(OpenContext context) {
    getRuntimeContext().addAccumulator(SCORED, scored);
    getRuntimeContext().addAccumulator(DEAD_LETTERS, deadLetters);
  }

  @Override
  public void invoke(SplitCounts counts, Context context) {
    scored.add(counts.scored());
    deadLetters.add(counts.deadLetters());
  }
}
