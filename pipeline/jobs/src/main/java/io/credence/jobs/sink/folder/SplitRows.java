package io.credence.jobs.sink.folder;

import io.credence.beam.RecordScorer;
import io.credence.beam.RecordSource;
import io.credence.beam.Scoring;
import io.credence.beam.ScoringMetrics;
import io.credence.beam.Shadow;
import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;
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
import java.nio.channels.WritableByteChannel;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.parquet.example.data.Group;
import org.jspecify.annotations.Nullable;

/**
 * Scores the rows of one split after another into a file each, row by row, so that memory does not
 * grow with them.
 *
 * <p>Not thread-safe: it owns a scorer.
 */
public final class SplitRows implements SplitContent {

  private static final FieldReader<Group> NO_SPLIT =
      (row, field) -> {
        throw new IllegalStateException("No split is being read");
      };

  private final KeptFields kept;
  private final Scoring scoring;
  private final RecordScorer<Group, Scored> scorer;
  private final ScoreColumns columns;
  private final MetadataCarrier carrier;
  private final Map<String, String> lineage;
  private final @Nullable ShadowRows shadow;
  private FieldReader<Group> reader = NO_SPLIT;

  /**
   * @param kept what dead letters hold of their rows
   */
  public SplitRows(Scoring scoring, ScoringMetrics metrics, KeptFields kept) {
    this.kept = kept;
    this.scoring = scoring;
    Shadow challenged = scoring.shadow();
    this.shadow = challenged == null ? null : new ShadowRows(scoring, challenged);
    this.scorer = scoring.open((row, field) -> reader.read(row, field), metrics, shadow);
    this.columns = scoring.columns();
    this.carrier = new MetadataCarrier(columns.columns());
    this.lineage = Lineage.footer(scoring);
  }

  /**
   * What became of rows.
   *
   * @param scored how many were scored
   * @param deadLetters how many could not be, by code
   * @param challenger those of both that belong to the challenger of a canary
   */
  public record Counts(
      long scored, EnumMap<DeadLetterCode, Long> deadLetters, ChallengerCounts challenger) {

    /** Where there is no challenger. */
    public Counts(long scored, EnumMap<DeadLetterCode, Long> deadLetters) {
      this(scored, deadLetters, ChallengerCounts.NONE);
    }
  }

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
    Ending ending;
    try (ScoredParquetWriter out =
        ScoredParquetWriter.open(file, rows.schema(), columns.columns(), footer(rows))) {
      GroupFormat format = new GroupFormat(rows.schema());
      reader = format.reader(scoring.fields());
      ending = new Ending(rows, from, format, out, letters, dead);
      for (Group row = rows.next(); row != null; row = rows.next()) {
        scorer.score(row, ending);
      }
      scored = out.rows();
    }
    return new Counts(
        scored, dead, new ChallengerCounts(ending.challengerScored, ending.challengerDeadLetters));
  }

  /** Where comparisons with a challenger go; null when there is none. */
  @Nullable ShadowRows shadow() {
    return shadow;
  }

  @Override
  public Counts write(
      NumberedSplit split, SplitReader rows, WritableByteChannel file, DeadLetterFile letters)
      throws IOException {
    return score(rows, split.split().file(), file, letters);
  }

  @Override
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
    private long challengerScored;
    private long challengerDeadLetters;

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
      challengerScored += score.byChallenger() ? 1 : 0;
      return true;
    }

    @Override
    public Boolean deadLetter(Group row, UnscorableException reason) throws IOException {
      RecordSource source = RecordSource.row(from, rows.row());
      boolean isChallengers = scorer.isChallengers();
      kept.write(reason, scoring.model(isChallengers), source, format, row, letters);
      challengerDeadLetters += isChallengers ? 1 : 0;
      dead.merge(reason.code(), 1L, Long::sum);
      return false;
    }
  }
}
