package io.credence.jobs.filestotopic;

import io.credence.jobs.batch.BatchPipeline;
import io.credence.jobs.batch.Share;
import io.credence.kafka.WriteMessages;
import io.credence.parquet.ParquetInput;
import io.credence.parquet.ParquetSplit;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PDone;

/**
 * Scores Parquet files into a topic, each row at least once: when a split is tried again, its
 * messages are written again, the same to the bit and with the same record ids.
 */
public final class ExportPipeline extends PTransform<PBegin, PDone> {

  private static final long serialVersionUID = 1;

  /** A second or so of work, which is what is written again when a machine is lost. */
  private static final long MAX_ROWS_PER_SPLIT = 1 << 15;

  private final ExportJob job;
  private final ArrayList<Share<ParquetSplit>> shares;

  private ExportPipeline(ExportJob job, List<ParquetSplit> splits) {
    this.job = job;
    this.shares = new ArrayList<>(Share.gather(splits, ParquetSplit::rows));
  }

  /** Plans the scoring of some files, which have one schema. */
  public static ExportPipeline of(ExportJob job, List<ParquetInput> inputs) {
    return new ExportPipeline(
        job, inputs.stream().flatMap(input -> input.splits(MAX_ROWS_PER_SPLIT).stream()).toList());
  }

  @Override
  public PDone expand(PBegin begin) {
    return begin
        .apply("Splits", Create.of(shares).withCoder(Share.coder()))
        .apply("Spread over workers", Reshuffle.viaRandomKey())
        .apply(BatchPipeline.SCORING, ParDo.of(new ExportShareFn(job)))
        .setCoder(WriteMessages.coder())
        .apply("Write messages", WriteMessages.atLeastOnce(job.output().brokers(), job.clients()));
  }
}
