package io.credence.pipeline.export;

import io.credence.beam.ScoringMetrics;
import io.credence.pipeline.kafka.OutgoingMessage;
import io.credence.pipeline.parquet.ParquetSplit;
import io.credence.pipeline.parquet.SplitReader;
import java.io.IOException;
import java.util.Objects;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.parquet.example.data.Group;
import org.jspecify.annotations.Nullable;

/** Scores the rows of splits, each of which leaves as a message. */
final class ExportSplitFn extends DoFn<ParquetSplit, OutgoingMessage> {

  private static final long serialVersionUID = 1;

  private final ExportJob job;
  private final ScoringMetrics metrics;
  private transient @Nullable RowScorer scorer;

  ExportSplitFn(ExportJob job) {
    this.job = job;
    this.metrics = new ScoringMetrics(job.model(), job.spec().predict().numSamples());
  }

  @Setup
  public void setup() {
    scorer = new RowScorer(job, metrics);
  }

  @ProcessElement
  public void process(@Element ParquetSplit split, OutputReceiver<OutgoingMessage> out)
      throws IOException {
    RowScorer ready = Objects.requireNonNull(scorer, "@Setup was not called");
    try (SplitReader rows = SplitReader.open(split)) {
      ready.begin(split.file(), rows.schema());
      for (Group row = rows.next(); row != null; row = rows.next()) {
        out.output(ready.score(rows.row(), row));
      }
    }
    metrics.flush();
  }
}
