package io.credence.benchmarks;

import io.credence.beam.DeadLetter;
import io.credence.beam.ModelRef;
import io.credence.beam.RecordScorer;
import io.credence.beam.RecordSource;
import io.credence.beam.Scoring;
import io.credence.beam.ScoringMetrics;
import io.credence.deadletter.UnscorableException;
import io.credence.jobs.output.SoftwareVersion;
import io.credence.parquet.GroupFormat;
import io.credence.parquet.MetadataCarrier;
import io.credence.parquet.ScoredParquetWriter;
import io.credence.parquet.SplitReader;
import io.credence.predict.FieldReader;
import io.credence.score.ScoreColumns;
import io.credence.score.ScoreSpec;
import io.credence.score.Scored;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.parquet.example.data.Group;

/**
 * Reads, scores and writes splits, row by row, as Credence does by default, and by the same loop.
 * For one thread, as it owns a scorer.
 */
final class SplitFiles {

  private static final ScoreSpec SPEC = ScoreSpec.DEFAULT;

  private static final FieldReader<Group> NO_SPLIT =
      (row, field) -> {
        throw new IllegalStateException("No split is being read");
      };

  private final ModelRef model;
  private final String output;
  private final Scoring scoring;
  private final RecordScorer<Group, Scored> scorer;
  private final ScoreColumns columns;
  private final MetadataCarrier carrier;
  private FieldReader<Group> reader = NO_SPLIT;

  SplitFiles(ModelRef model, String output) {
    this.model = model;
    this.output = output;
    this.scoring = Scoring.of(model, SPEC);
    this.scorer =
        scoring.open(
            (row, field) -> reader.read(row, field),
            new ScoringMetrics(model, SPEC.predict().numSamples()));
    this.columns = ScoreColumns.of(model.model(), SPEC);
    this.carrier = new MetadataCarrier(columns.columns());
  }

  SplitCounts score(SplitTask task) throws IOException {
    String letters = output + "/dead-letters/_" + task.part() + ".jsonl";
    try (SplitReader rows = SplitReader.open(task.split());
        WritableByteChannel file = create(output + "/" + task.part() + ".parquet");
        ScoredParquetWriter out =
            ScoredParquetWriter.open(file, rows.schema(), columns.columns(), footer(rows));
        DeadLetterLines lines = new DeadLetterLines(letters)) {
      score(task, rows, out, lines);
      return new SplitCounts(out.rows(), lines.count());
    }
  }

  static WritableByteChannel create(String file) throws IOException {
    return FileSystems.create(
        FileSystems.matchNewResource(file, false), "application/octet-stream");
  }

  private void score(
      SplitTask task, SplitReader rows, ScoredParquetWriter out, DeadLetterLines lines)
      throws IOException {
    GroupFormat format = new GroupFormat(rows.schema());
    reader = format.reader(scoring.fields());
    Ending ending = new Ending(task, rows, format, out, lines);
    for (Group row = rows.next(); row != null; row = rows.next()) {
      scorer.score(row, ending);
    }
  }

  /** Writes the rows of a split, and says which were scored. */
  private final class Ending implements RecordScorer.Ending<Group, Scored, Boolean> {

    private final SplitTask task;
    private final SplitReader rows;
    private final GroupFormat format;
    private final ScoredParquetWriter out;
    private final DeadLetterLines lines;

    Ending(
        SplitTask task,
        SplitReader rows,
        GroupFormat format,
        ScoredParquetWriter out,
        DeadLetterLines lines) {
      this.task = task;
      this.rows = rows;
      this.format = format;
      this.out = out;
      this.lines = lines;
    }

    @Override
    public Boolean scored(Group row, Scored score) throws IOException {
      out.write(row, columns.row(score));
      return true;
    }

    @Override
    public Boolean deadLetter(Group row, UnscorableException reason) throws IOException {
      RecordSource source = RecordSource.row(task.split().file(), rows.row());
      lines.write(DeadLetter.of(reason, model, source, format, row));
      return false;
    }
  }

  private Map<String, String> footer(SplitReader rows) {
    Map<String, String> footer = new TreeMap<>(carrier.carry(rows));
    footer.put("credence.version", SoftwareVersion.get());
    footer.put("credence.model_name", model.name());
    footer.put("credence.model_version", model.version());
    footer.put("credence.model_digest", model.digest().hex());
    footer.put("credence.num_samples", Integer.toString(SPEC.predict().numSamples()));
    footer.put("credence.seed", Long.toString(SPEC.predict().seed()));
    return footer;
  }
}
