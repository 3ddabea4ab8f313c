package io.credence.jobs.sink.folder;

import io.credence.files.WrittenFile;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the files of splits become when all of them are whole. It travels with the job, and may be
 * asked again when publishing is retried.
 */
public interface Results extends Serializable {

  /** The file of each split is one of results. */
  Results OF_SPLITS = new OfSplits();

  /**
   * Makes the files of results.
   *
   * @param splits in their order
   */
  Made make(List<SplitResult> splits) throws IOException;

  /**
   * Files of results.
   *
   * @param files in the order of their numbers
   * @param failure why the run is given up; null when it is not
   * @param duplicateKeys the keys that several records have; null where that makes no difference
   */
  record Made(
      List<Part> files, @Nullable String failure, Manifest.@Nullable DuplicateKeys duplicateKeys) {}

  /**
   * A file of results.
   *
   * @param file where it is until it has its name
   * @param records how many records it holds
   */
  record Part(WrittenFile file, long records) {}

  /** See {@link #OF_SPLITS}. */
  record OfSplits() implements Results {

    @Override
    public Made make(List<SplitResult> splits) {
      List<Part> files = new ArrayList<>();
      splits.forEach(each -> files.add(new Part(each.scoredFile(), each.scored())));
      return new Made(files, null, null);
    }
  }
}
