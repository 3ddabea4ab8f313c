package io.credence.jobs.sink.folder;

import io.credence.beam.ModelRef;
import io.credence.beam.RecordScorer;
import io.credence.beam.RecordSource;
import io.credence.beam.Scoring;
import io.credence.beam.ScoringMetrics;
import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;
import io.credence.files.NamedChannel;
import io.credence.jobs.output.DeadLetterFile;
import io.credence.jobs.output.Lineage;
import io.credence.jobs.scoring.NumberedSplit;
import io.credence.parquet.GroupFormat;
import io.credence.parquet.MetadataCarrier;
import io.credence.parquet.ScoredParquetWriter;
import io.credence.parquet.SplitReader;
import io.credence.predict.FieldReader;
import io.credence.score.ScoreColumns;
import io.credence.score.Scored;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.parquet.example.data.Group;

/**
 * Reads, scores and writes a split, row by row, so that memory does not grow with it.
 *
 * <p>Not thread-safe: it owns a scorer.
 */
final class SplitScorer {

  private static final FieldReader<Group> NO_SPLIT =
      (row, field) -> {
        throw new IllegalStateException("No split is being read");
      };

  private final ModelRef model;
  private final KeptFields kept;
  private final RunFolders folders;
  private final boolean durable;
  private final Scoring scoring;
  private final RecordScorer<Group, Scored> scorer;
  private final ScoreColumns columns;
  private final MetadataCarrier carrier;
  private final Map<String, String> lineage;
  private FieldReader<Group> reader = NO_SPLIT;

  SplitScorer(FolderSink sink, Scoring scoring, ScoringMetrics metrics) {
    this.model = scoring.model();
    this.kept = sink.kept();
    this.folders = sink.folders();
    this.durable = sink.terms().durable();
    this.scoring = scoring;
    this.scorer = scoring.open((row, field) -> reader.read(row, field), metrics);
    this.columns = ScoreColumns.of(model.model(), scoring.spec());
    this.carrier = new MetadataCarrier(columns.columns());
    this.lineage = Lineage.footer(model, scoring.spec());
  }

  /** Scores a split into files of the temporary folder. */
  SplitResult score(NumberedSplit task) throws IOException {
    String attempt = UUID.randomUUID() + "-";
    ResourceId scoredFile =
        folders.temporaryScored(attempt + OutputNames.scored(task, folders.token()));
    EnumMap<DeadLetterCode, Long> counts = new EnumMap<>(DeadLetterCode.class);
    DeadLetterFile letters =
        new DeadLetterFile(
            folders.temporaryDeadLetter(attempt + OutputNames.deadLetters(task, folders.token())),
            durable);
    NamedChannel channel;
    long scored;
    // Letters last: they may lie elsewhere, and the next run sees only by the scored file that
    // this one was there. A store shows an object once it is closed.
    try (letters;
        SplitReader rows = SplitReader.open(task.split());
        NamedChannel opened = NamedChannel.create(scoredFile, "application/octet-stream", durable);
        ScoredParquetWriter out =
            ScoredParquetWriter.open(opened, rows.schema(), columns.columns(), footer(rows))) {
      score(task, rows, out, letters, counts);
      scored = out.rows();
      channel = opened;
    }
    scorer.flush();
    // Sizes are known when files are closed, and not before.
    return new SplitResult(task, scored, channel.written(), counts, letters.written());
  }

  private Map<String, String> footer(SplitReader rows) {
    Map<String, String> footer = new TreeMap<>(carrier.carry(rows));
    footer.putAll(lineage);
    return footer;
  }

  private void score(
      NumberedSplit task,
      SplitReader rows,
      ScoredParquetWriter out,
      DeadLetterFile letters,
      EnumMap<DeadLetterCode, Long> counts)
      throws IOException {
    GroupFormat format = new GroupFormat(rows.schema());
    reader = format.reader(scoring.fields());
    Ending ending = new Ending(task, rows, format, out, letters, counts);
    for (Group row = rows.next(); row != null; row = rows.next()) {
      scorer.score(row, ending);
    }
  }

  /** Writes the rows of a split, and says which were scored. */
  private final class Ending implements RecordScorer.Ending<Group, Scored, Boolean> {

    private final NumberedSplit task;
    private final SplitReader rows;
    private final GroupFormat format;
    private final ScoredParquetWriter out;
    private final DeadLetterFile letters;
    private final EnumMap<DeadLetterCode, Long> counts;

    Ending(
        NumberedSplit task,
        SplitReader rows,
        GroupFormat format,
        ScoredParquetWriter out,
        DeadLetterFile letters,
        EnumMap<DeadLetterCode, Long> counts) {
      this.task = task;
      this.rows = rows;
      this.format = format;
      this.out = out;
      this.letters = letters;
      this.counts = counts;
    }

    @Override
    public Boolean scored(Group row, Scored score) throws IOException {
      out.write(row, columns.row(score));
      return true;
    }

    @Override
    public Boolean deadLetter(Group row, UnscorableException reason) throws IOException {
      RecordSource source = RecordSource.row(task.split().file(), rows.row());
      kept.write(reason, model, source, format, row, letters);
      counts.merge(reason.code(), 1L, Long::sum);
      return false;
    }
  }
}
