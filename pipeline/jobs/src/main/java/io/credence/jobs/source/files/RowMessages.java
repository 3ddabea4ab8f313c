package io.credence.jobs.source.files;

import io.credence.beam.Scoring;
import io.credence.jobs.scoring.NumberedSplit;
import io.credence.jobs.scoring.RecordMessages;
import io.credence.jobs.scoring.SplitGroup;

/**
 * Rows as messages: the value is the row as JSON, the key is the text of the key field. The id of a
 * message is that of its row, the same each time that a split is scored.
 */
public record RowMessages() implements RecordMessages<SplitGroup<NumberedSplit>> {

  @Override
  public Reader<SplitGroup<NumberedSplit>> open(Scoring scoring) {
    return new RowReader(scoring);
  }
}
