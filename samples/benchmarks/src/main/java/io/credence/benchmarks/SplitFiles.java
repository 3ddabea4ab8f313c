package io.credence.benchmarks;

import io.credence.beam.ModelRef;
import io.credence.beam.Scoring;
import io.credence.beam.ScoringMetrics;
import io.credence.files.NamedChannel;
import io.credence.jobs.output.DeadLetterFile;
import io.credence.jobs.sink.folder.KeptFields;
import io.credence.jobs.sink.folder.SplitRows;
import io.credence.parquet.SplitReader;
import io.credence.score.ScoreSpec;
import java.io.IOException;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * Reads, scores and writes splits, row by row, as Credence does by default, and by the same loop.
 * For one thread, as it owns a scorer.
 */
final class SplitFiles {

  private static final ScoreSpec SPEC = ScoreSpec.DEFAULT;

  private final String output;
  private final SplitRows rows;

  SplitFiles(ModelRef model, String output) {
    this.output = output;
    this.rows =
        new SplitRows(
            Scoring.of(model, SPEC),
            new ScoringMetrics(model, SPEC.predict().numSamples()),
            KeptFields.ALL);
  }

  SplitCounts score(SplitTask task) throws IOException {
    ResourceId lettersFile = file("/dead-letters/_" + task.part() + ".jsonl");
    ResourceId scoredFile = file("/" + task.part() + ".parquet");
    try (DeadLetterFile letters = new DeadLetterFile(lettersFile, false);
        SplitReader read = SplitReader.open(task.split());
        NamedChannel scored = NamedChannel.create(scoredFile, "application/octet-stream", false)) {
      SplitRows.Counts counts = rows.score(read, task.split().file(), scored, letters);
      long dead = counts.deadLetters().values().stream().mapToLong(Long::longValue).sum();
      return new SplitCounts(counts.scored(), dead);
    }
  }

  private ResourceId file(String name) {
    return FileSystems.matchNewResource(output + name, false);
  }
}
