package io.credence.parquet;

import io.credence.model.Feature;
import io.credence.problem.Problems;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.apache.beam.sdk.io.fs.MatchResult;

/** Opens the files of one run, which must be alike. */
public final class ParquetInputs {

  private ParquetInputs() {}

  /**
   * Reads the footers of all files, gives them one schema, and the columns that their paths name.
   *
   * @param files in the order in which they are to be read
   * @param maxPageBytes the most that a page of a file may unpack to when it is read
   * @param features for which they are read, which say of what type a path's columns are
   * @param words says in a line why something failed
   * @param problems receives a line for each file that is no Parquet file, or does not go with the
   *     others
   * @param notes receives a line for what was set right
   * @return the files that can be read
   * @throws IOException when a file can't be read now, with its name
   */
  public static List<ParquetInput> open(
      List<MatchResult.Metadata> files,
      long maxPageBytes,
      List<Feature> features,
      Function<Throwable, String> words,
      Problems problems,
      List<String> notes)
      throws IOException {
    List<ParquetInput> inputs = new Footers(maxPageBytes, words, problems).read(files);
    List<ParquetInput> alike = new CommonSchema(problems, notes).of(inputs);
    return new HiveColumns(features, problems, notes).addTo(alike);
  }
}
