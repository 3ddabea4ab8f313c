package io.credence.jobs.sink.folder;

import io.credence.beam.ModelRef;
import io.credence.beam.RecordScorer;
import io.credence.beam.RecordSource;
import io.credence.beam.Scoring;
import io.credence.beam.ScoringMetrics;
import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;
import io.credence.jobs.output.DeadLetterFile;
import io.credence.jobs.output.Lineage;
import io.credence.parquet.GroupFormat;
import io.credence.parquet.MetadataCarrier;
import io.credence.parquet.ScoredParquetWriter;
import io.credence.parquet.SplitReader;
import io.credence.predict.FieldReader;
import io.credence.score.ScoreColumns;
import io.credence.score.Scored;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.parquet.example.data.Group;

/**
 * Scores the rows of one split after another into a file each, row by row, so that memory does not
 * grow with them.
 *
 * <p>Not thread-safe: it owns a scorer.
 */
public final class SplitRows {

  private static final FieldReader<Group> NO_SPLIT =
      (row, field) -> {
        throw new IllegalStateException("No split is being read");
      };

  private final ModelRef model;
  private final KeptFields kept;
  private final Scoring scoring;
  private final RecordScorer<Group, Scored> scorer;
  private final ScoreColumns columns;
  private final MetadataCarrier carrier;
  private final Map<String, String> lineage;
  private FieldReader<Group> reader = NO_SPLIT;

  /**
   * @param kept what dead letters hold of their rows
   */
  public SplitRows(Scoring scoring, ScoringMetrics metrics, KeptFields kept) {
    this.model = scoring.model();
    this.kept = kept;
    this.scoring = scoring;
    this.scorer = scoring.open((row, field) -> reader.read(row, field), metrics);
    this.columns = ScoreColumns.of(model.model(), scoring.spec());
    this.carrier = new MetadataCarrier(columns.columns());
    this.lineage = Lineage.footer(model, scoring.spec());
  }

  /**
   * What became of rows.
   *
   * @param scored how many were scored
   * @param deadLetters how many could not be, by code
   */
  public record Counts(long scored, EnumMap<DeadLetterCode, Long> deadLetters) {}

  /**
   * Scores all rows of a split.
   *
   * @param from the file of the rows, as dead letters name it
   * @param file receives the scored rows, as a whole file of Parquet
   * @param letters receives the others
   */
  public Counts score(
      SplitReader rows, String from, WritableByteChannel file, DeadLetterFile letters)
      throws IOException {
    EnumMap<DeadLetterCode, Long> dead = new EnumMap<>(DeadLetterCode.class);
    long scored;
    try (ScoredParquetWriter out =
        ScoredParquetWriter.open(file, rows.schema(), columns.columns(), footer(rows))) {
      GroupFormat format = new GroupFormat(rows.schema());
      reader = format.reader(scoring.fields());
      Ending ending = new Ending(rows, from, format, out, letters, dead);
      for (Group row = rows.next(); row != null; row = rows.next()) {
        scorer.score(row, ending);
      }
      scored = out.rows();
    }
    return new Counts(scored, dead);
  }

  /** Hands on the metrics of all rows so far. */
  public void flush() {
    scorer.flush();
  }

  private Map<String, String> footer(SplitReader rows) {
    Map<String, String> footer = new TreeMap<>(carrier.carry(rows));
    footer.putAll(lineage);
    return footer;
  }

  /** Writes the rows of a split, and says which were scored. */
  private final class Ending implements RecordScorer.Ending<Group, Scored, Boolean> {

    private final SplitReader rows;
    private final String from;
    private final GroupFormat format;
    private final ScoredParquetWriter out;
    private final DeadLetterFile letters;
    private final EnumMap<DeadLetterCode, Long> dead;

    Ending(
        SplitReader rows,
        String from,
        GroupFormat format,
        ScoredParquetWriter out,
        DeadLetterFile letters,
        EnumMap<DeadLetterCode, Long> dead) {
      this.rows = rows;
      this.from = from;
      this.format = format;
      this.out = out;
      this.letters = letters;
      this.dead = dead;
    }

    @Override
    public Boolean scored(Group row, Scored score) throws IOException {
      out.write(row, columns.row(score));
      return true;
    }

    @Override
    public Boolean deadLetter(Group row, UnscorableException reason) throws IOException {
      RecordSource source = RecordSource.row(from, rows.row());
      kept.write(reason, model, source, format, row, letters);
      dead.merge(reason.code(), 1L, Long::sum);
      return false;
    }
  }
}
