package io.credence.jobs.source.files;

import io.credence.jobs.scoring.NumberedSplit;
import io.credence.jobs.scoring.Source;
import io.credence.jobs.scoring.SplitGroup;
import io.credence.parquet.ParquetInput;
import io.credence.parquet.ParquetSplit;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/**
 * Parquet files.
 *
 * <p>An element is a split of the input, or several where there are thousands, so that rows don't
 * travel between steps before they are scored.
 */
public final class FilesSource implements Source<SplitGroup<NumberedSplit>> {
  private static final long serialVersionUID = 1;

  /** How the name of the step begins that does the work, by which those who watch a job know it. */
  public static final String WORK = "Read, score and ";

  private final ArrayList<SplitGroup<NumberedSplit>> groups;

  private FilesSource(List<NumberedSplit> splits) {
    this.groups = new ArrayList<>(SplitGroup.gather(splits, numbered -> numbered.split().rows()));
  }

  /**
   * Plans the reading of some files, which have one schema.
   *
   * @param inputs at least one
   * @param maxRowsPerSplit how many rows are read at once, at most: what is done again when a
   *     machine is lost
   */
  public static FilesSource of(List<ParquetInput> inputs, long maxRowsPerSplit) {
    List<ParquetSplit> splits = new ArrayList<>();
    for (ParquetInput input : inputs) {
      splits.addAll(input.splits(maxRowsPerSplit));
    }
    if (splits.isEmpty()) {
      // What is made of no rows may still have their schema.
      splits.add(inputs.get(0).split(0, 0));
    }
    List<NumberedSplit> numbered = new ArrayList<>();
    for (ParquetSplit split : splits) {
      numbered.add(new NumberedSplit(numbered.size(), splits.size(), split));
    }
    return new FilesSource(numbered);
  }

  /** The names of files without rows, of which no split speaks. */
  public static List<String> withoutRows(List<ParquetInput> inputs) {
    List<String> empty = new ArrayList<>();
    for (ParquetInput input : inputs) {
      if (input.rows() == 0) {
        empty.add(input.file());
      }
    }
    return empty;
  }

  /** How many rows there are. */
  public long rows() {
    return groups.stream()
        .flatMap(group -> group.splits().stream())
        .mapToLong(numbered -> numbered.split().rows())
        .sum();
  }

  /** What its elements are. */
  public List<SplitGroup<NumberedSplit>> groups() {
    return List.copyOf(groups);
  }

  @Override
  public String contents() {
    return "files";
  }

  @Override
  public String scoringStep() {
    return WORK + "write";
  }

  @Override
  public boolean groupsRecords() {
    return true;
  }

  @Override
  public PCollection<SplitGroup<NumberedSplit>> read(PBegin begin) {
    return begin
        .apply("Splits", Create.of(groups).withCoder(SplitGroup.coder()))
        .apply("Spread over workers", Reshuffle.viaRandomKey());
  }
}
