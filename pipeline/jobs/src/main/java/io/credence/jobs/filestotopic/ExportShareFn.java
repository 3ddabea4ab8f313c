package io.credence.jobs.filestotopic;

import io.credence.beam.ScoringMetrics;
import io.credence.jobs.batch.Share;
import io.credence.kafka.OutgoingMessage;
import io.credence.parquet.ParquetSplit;
import io.credence.parquet.SplitReader;
import java.io.IOException;
import java.util.Objects;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.parquet.example.data.Group;
import org.jspecify.annotations.Nullable;

/** Scores the rows of shares, each of which leaves as a message. */
final class ExportShareFn extends DoFn<Share<ParquetSplit>, OutgoingMessage> {

  private static final long serialVersionUID = 1;

  private final ExportJob job;
  private final ScoringMetrics metrics;
  private transient @Nullable RowScorer scorer;

  ExportShareFn(ExportJob job) {
    this.job = job;
    this.metrics = new ScoringMetrics(job.model(), job.spec().predict().numSamples());
  }

  @Setup
  public void setup() {
    scorer = new RowScorer(job, metrics);
  }

  @ProcessElement
  public void process(@Element Share<ParquetSplit> share, OutputReceiver<OutgoingMessage> out)
      throws IOException {
    RowScorer ready = Objects.requireNonNull(scorer, "@Setup was not called");
    for (ParquetSplit split : share.splits()) {
      score(ready, split, out);
    }
    metrics.flush();
  }

  private static void score(
      RowScorer ready, ParquetSplit split, OutputReceiver<OutgoingMessage> out) throws IOException {
    try (SplitReader rows = SplitReader.open(split)) {
      ready.begin(split.file(), rows.schema());
      for (Group row = rows.next(); row != null; row = rows.next()) {
        out.output(ready.score(rows.row(), row));
      }
    }
  }
}
