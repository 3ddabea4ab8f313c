package io.credence.jobs.batch;

import io.credence.parquet.ParquetInput;
import io.credence.parquet.ParquetSplit;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PDone;

/**
 * Scores Parquet files into Parquet files.
 *
 * <p>An element is a split of the input, or several where there are thousands: about a hundred
 * thousand rows that one step reads, scores and writes. Rows never travel between steps, so memory
 * is bounded by a row group per thread, and only the accounts of splits go through a GroupByKey.
 * Each split becomes one output file with its rows in their order; so the files of a job are the
 * same to the byte however many threads or machines ran it.
 */
public final class BatchPipeline extends PTransform<PBegin, PDone> {

  private static final long serialVersionUID = 1;

  /** The name of the step that does the work, by which those who watch a job know it. */
  public static final String SCORING = "Read, score and write";

  /** A few seconds of work: enough to make files of a useful size, and enough pieces to share. */
  private static final long MAX_ROWS_PER_SPLIT = 1 << 17;

  private final BatchJob job;
  private final ArrayList<Share<SplitTask>> shares;
  private final int splits;
  private final ArrayList<String> emptyInputs;

  private BatchPipeline(BatchJob job, List<SplitTask> tasks, List<String> emptyInputs) {
    this.job = job;
    this.shares = new ArrayList<>(Share.gather(tasks, task -> task.split().rows()));
    this.splits = tasks.size();
    this.emptyInputs = new ArrayList<>(emptyInputs);
  }

  /** Plans the scoring of some files, which have one schema. */
  public static BatchPipeline of(BatchJob job, List<ParquetInput> inputs) {
    List<ParquetSplit> splits = new ArrayList<>();
    List<String> empty = new ArrayList<>();
    for (ParquetInput input : inputs) {
      splits.addAll(input.splits(MAX_ROWS_PER_SPLIT));
      if (input.rows() == 0) {
        empty.add(input.file());
      }
    }
    if (splits.isEmpty()) {
      // An output file without rows still has the schema.
      splits.add(inputs.get(0).split(0, 0));
    }
    List<SplitTask> tasks = new ArrayList<>();
    for (ParquetSplit split : splits) {
      tasks.add(new SplitTask(tasks.size(), splits.size(), split));
    }
    return new BatchPipeline(job, tasks, empty);
  }

  @Override
  public PDone expand(PBegin begin) {
    begin
        .apply("Splits", Create.of(shares).withCoder(Share.coder()))
        .apply("Spread over workers", Reshuffle.viaRandomKey())
        .apply(SCORING, ParDo.of(new ScoreShareFn(job)))
        .setCoder(SerializableCoder.of(PackedResults.class))
        .apply("As one run", WithKeys.of("run"))
        .apply("Gather accounts", GroupByKey.create())
        .apply("Publish", ParDo.of(new PublishFn(job, splits, emptyInputs)));
    return PDone.in(begin.getPipeline());
  }
}
