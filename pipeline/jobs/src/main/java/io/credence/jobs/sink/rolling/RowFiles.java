package io.credence.jobs.sink.rolling;

import io.credence.beam.Scoring;
import io.credence.files.NamedChannel;
import io.credence.jobs.output.Lineage;
import io.credence.parquet.ScoredParquetWriter;
import io.credence.score.ScoreColumns;
import java.io.IOException;
import java.util.Map;

/**
 * What every file of scored messages has.
 *
 * @param columns what a score adds to a message
 * @param footer where results come from
 */
record RowFiles(ScoreColumns columns, Map<String, String> footer) {

  static RowFiles of(Scoring scoring) {
    return new RowFiles(scoring.columns(), Lineage.footer(scoring));
  }

  /** Begins a file. */
  ScoredParquetWriter begin(NamedChannel channel) throws IOException {
    return ScoredParquetWriter.open(channel, MessageRows.SCHEMA, columns.columns(), footer);
  }
}
