package io.credence.jobs.source.files;

import io.credence.beam.RecordReader;
import io.credence.beam.RecordScorer;
import io.credence.beam.Scoring;
import io.credence.jobs.scoring.NumberedSplit;
import io.credence.jobs.scoring.RecordMessage;
import io.credence.jobs.scoring.RecordMessages;
import io.credence.jobs.scoring.SplitGroup;
import io.credence.parquet.ParquetSplit;
import io.credence.parquet.SplitReader;
import io.credence.score.Scored;
import java.io.IOException;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn.OutputReceiver;
import org.apache.parquet.example.data.Group;
import org.jspecify.annotations.Nullable;

/** Reads the rows of splits, each as a message. */
final class RowReader
    implements RecordMessages.Reader<SplitGroup<NumberedSplit>>, RecordReader<RecordMessage> {

  private final RowMessage row;

  RowReader(Scoring scoring) {
    this.row =
        new RowMessage(scoring.fields(), scoring.spec().predict().keyField(), scoring.columns());
  }

  @Override
  public RecordReader<RecordMessage> fields() {
    return this;
  }

  @Override
  public RecordReader<RecordMessage> beside(List<String> names) {
    int reader = row.beside(names);
    return (record, field) -> row.readBeside(reader, field);
  }

  /** Of the row that is being scored, which is the only one that there is. */
  @Override
  public @Nullable Object read(RecordMessage record, int field) {
    return row.read(field);
  }

  @Override
  public <O> void score(
      SplitGroup<NumberedSplit> group,
      RecordScorer<RecordMessage, Scored> scorer,
      RecordScorer.Ending<RecordMessage, Scored, O> ending,
      OutputReceiver<O> out)
      throws IOException {
    for (NumberedSplit numbered : group.splits()) {
      ParquetSplit split = numbered.split();
      try (SplitReader rows = SplitReader.open(split)) {
        row.begin(split.file(), rows.schema());
        for (Group next = rows.next(); next != null; next = rows.next()) {
          row.take(rows.row(), next);
          out.output(scorer.score(row, ending));
        }
      }
    }
  }
}
