package io.credence.jobs.sink.folder;

import io.credence.beam.Scoring;
import io.credence.beam.ScoringMetrics;
import io.credence.files.NamedChannel;
import io.credence.jobs.output.DeadLetterFile;
import io.credence.jobs.scoring.NumberedSplit;
import io.credence.jobs.scoring.SplitGroup;
import io.credence.parquet.SplitReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.jspecify.annotations.Nullable;

/**
 * Scores splits into files of the temporary folder, under names that no other attempt uses.
 *
 * <p>Not thread-safe: it owns a scorer.
 */
public final class SplitScorer {

  private static final String PARQUET = "application/octet-stream";

  private final RunFolders folders;
  private final @Nullable RunFolders shadowFolders;
  private final boolean durable;
  private final SplitContent rows;
  private final @Nullable ShadowRows shadowRows;

  /**
   * @param rows what rows become
   */
  public SplitScorer(FolderSink sink, SplitContent rows) {
    this(sink, rows, null);
  }

  private SplitScorer(FolderSink sink, SplitContent rows, @Nullable ShadowRows shadowRows) {
    this.folders = sink.folders();
    this.shadowFolders = sink.shadow() == null ? null : sink.shadow().folders();
    this.durable = sink.terms().durable();
    this.rows = rows;
    this.shadowRows = shadowRows;
  }

  /** Of rows that are scored, perhaps beside a challenger. */
  static SplitScorer of(FolderSink sink, Scoring scoring, ScoringMetrics metrics) {
    SplitRows rows = new SplitRows(scoring, metrics, sink.kept());
    return new SplitScorer(sink, rows, rows.shadow());
  }

  /** Scores some splits. */
  public PackedResults score(SplitGroup<NumberedSplit> group) throws IOException {
    List<SplitResult> results = new ArrayList<>();
    for (NumberedSplit split : group.splits()) {
      results.add(score(split));
    }
    return PackedResults.of(results);
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
    ShadowFile shadow;
    SplitRows.Counts counts;
    // Letters last: they may lie elsewhere, and the next run sees only by the scored file that
    // this one was there. A store shows an object once it is closed.
    try (letters;
        SplitReader read = SplitReader.open(task.split());
        NamedChannel opened = NamedChannel.create(scoredFile, PARQUET, durable);
        ShadowFile beside = shadow(task, attempt, read)) {
      counts = rows.write(task, read, opened, letters);
      channel = opened;
      shadow = beside;
    }
    rows.flush();
    // Sizes are known when files are closed, and not before.
    return new SplitResult(
        task,
        counts.scored(),
        channel.written(),
        counts.deadLetters(),
        letters.written(),
        counts.challenger(),
        shadow == null ? null : shadow.result());
  }

  /** The file of comparisons; null when there is no challenger. */
  private @Nullable ShadowFile shadow(NumberedSplit task, String attempt, SplitReader read)
      throws IOException {
    ShadowRows shadow = shadowRows;
    if (shadow == null || shadowFolders == null) {
      return null;
    }
    String name = attempt + OutputNames.scored(task, shadowFolders.token());
    return shadow.begin(
        read,
        task.split().file(),
        NamedChannel.create(shadowFolders.temporaryScored(name), PARQUET, durable));
  }
}
