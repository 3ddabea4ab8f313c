package io.credence.jobs.sink.folder;

import io.credence.beam.Scoring;
import io.credence.beam.ScoringMetrics;
import io.credence.files.NamedChannel;
import io.credence.jobs.output.DeadLetterFile;
import io.credence.jobs.scoring.NumberedSplit;
import io.credence.parquet.SplitReader;
import java.io.IOException;
import java.util.UUID;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * Scores splits into files of the temporary folder, under names that no other attempt uses.
 *
 * <p>Not thread-safe: it owns a scorer.
 */
final class SplitScorer {

  private final RunFolders folders;
  private final boolean durable;
  private final SplitRows rows;

  SplitScorer(FolderSink sink, Scoring scoring, ScoringMetrics metrics) {
    this.folders = sink.folders();
    this.durable = sink.terms().durable();
    this.rows = new SplitRows(scoring, metrics, sink.kept());
  }

  /** Scores a split. */
  SplitResult score(NumberedSplit task) throws IOException {
    String attempt = UUID.randomUUID() + "-";
    ResourceId scoredFile =
        folders.temporaryScored(attempt + OutputNames.scored(task, folders.token()));
    DeadLetterFile letters =
        new DeadLetterFile(
            folders.temporaryDeadLetter(attempt + OutputNames.deadLetters(task, folders.token())),
            durable);
    NamedChannel channel;
    SplitRows.Counts counts;
    // Letters last: they may lie elsewhere, and the next run sees only by the scored file that
    // this one was there. A store shows an object once it is closed.
    try (letters;
        SplitReader read = SplitReader.open(task.split());
        NamedChannel opened =
            NamedChannel.create(scoredFile, "application/octet-stream", durable)) {
      counts = rows.score(read, task.split().file(), opened, letters);
      channel = opened;
    }
    rows.flush();
    // Sizes are known when files are closed, and not before.
    return new SplitResult(
        task, counts.scored(), channel.written(), counts.deadLetters(), letters.written());
  }
}
