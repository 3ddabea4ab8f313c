package io.credence.benchmarks;

import io.credence.beam.ModelRef;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.jspecify.annotations.Nullable;

/** Scores splits on a worker of Flink, each in one step. */
final class ScoreSplit extends RichMapFunction<SplitTask, SplitCounts> {

  private static final long serialVersionUID = 1;

  private final ModelRef model;
  private final String output;
  private transient @Nullable SplitFiles files;

  ScoreSplit(ModelRef model, String output) {
    this.model = model;
    this.output = output;
  }

  @Override
  public void open(OpenContext context) {
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    files = new SplitFiles(model, output);
  }

  @Override
  public SplitCounts map(SplitTask task) throws Exception {
    SplitFiles ready = files;
    if (ready == null) {
      throw new IllegalStateException("open was not called");
    }
    return ready.score(task);
  }
}
