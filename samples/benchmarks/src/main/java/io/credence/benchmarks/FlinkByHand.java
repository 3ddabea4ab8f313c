package io.credence.benchmarks;

import io.credence.beam.ModelRef;
import io.credence.parquet.ParquetInput;
import io.credence.parquet.ParquetSplit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Scores as {@code credence score} does, but as a program written by hand for Flink: how much
 * longer Credence takes on Flink is what Beam costs. It has the same splits, reads and writes with
 * the same classes, and comes to the same files to the byte. It leaves out what a job has besides:
 * checks of the request, the temporary folder, publication and manifest.
 */
public final class FlinkByHand {

  /** That of {@code credence score}, so that both write the same files. */
  private static final long MAX_ROWS_PER_SPLIT = 1 << 17;

  private FlinkByHand() {}

  /**
   * Scores, and says how it went in the words of {@code credence score}.
   *
   * @param args the model's folder, a pattern of Parquet files, the folder to write to, and the
   *     parallelism
   */
  public static void main(String[] args) throws Exception {
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    ModelRef model = ModelRef.at(args[0]);
    List<SplitTask> tasks = tasks(args[1]);
    long start = System.nanoTime();
    JobExecutionResult result =
        run(tasks, new ScoreSplit(model, args[2]), Integer.parseInt(args[3]));
    report(result, (System.nanoTime() - start) / 1e9);
  }

  private static List<SplitTask> tasks(String pattern) throws Exception {
    List<MatchResult.Metadata> files = new ArrayList<>(FileSystems.match(pattern).metadata());
    files.sort(Comparator.comparing(file -> file.resourceId().toString()));
    List<ParquetSplit> splits = new ArrayList<>();
    for (MatchResult.Metadata file : files) {
      splits.addAll(ParquetInput.open(file).splits(MAX_ROWS_PER_SPLIT));
    }
    List<SplitTask> tasks = new ArrayList<>();
    for (ParquetSplit split : splits) {
      tasks.add(new SplitTask(tasks.size(), splits.size(), split));
    }
    return tasks;
  }

  private static JobExecutionResult run(List<SplitTask> tasks, ScoreSplit score, int parallelism)
      throws Exception {
    StreamExecutionEnvironment flink = StreamExecutionEnvironment.getExecutionEnvironment();
    flink.setRuntimeMode(RuntimeExecutionMode.BATCH);
    flink.setParallelism(parallelism);
    // Written by hand, a job needs types for which Flink has fast serializers.
    flink.configure(new Configuration().set(PipelineOptions.GENERIC_TYPES, false));
    flink
        .fromData(tasks, TypeInformation.of(SplitTask.class))
        .rebalance()
        .map(score)
        .name("Read, score and write")
        // Named here again, or Flink would choose one by how few bytes the splits' descriptions
        // have.
        .setParallelism(parallelism)
        .addSink(new GatherCounts())
        .name("Gather counts")
        .setParallelism(1);
    return flink.execute("By hand");
  }

  private static void report(JobExecutionResult result, double seconds) {
    long scored = result.getAccumulatorResult(GatherCounts.SCORED);
    long deadLetters = result.getAccumulatorResult(GatherCounts.DEAD_LETTERS);
    System.out.printf(Locale.ROOT, "%-26s %,d%n", "scored", scored);
    System.out.printf(Locale.ROOT, "%-26s %,d%n", "dead letters", deadLetters);
    System.out.printf(Locale.ROOT, "%-26s %.1f%n", "seconds", seconds);
  }
}
