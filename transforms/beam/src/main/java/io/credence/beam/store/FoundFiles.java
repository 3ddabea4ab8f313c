package io.credence.beam.store;

import java.util.List;
import org.apache.beam.sdk.io.fs.MatchResult;

/**
 * What a location or a pattern names.
 *
 * @param files in no order
 * @param hidden files and folders (these with a slash at their end) that are left out since their
 *     names begin with a dot or an underscore; in order
 * @param others files and folders that are left out since they are not what is looked for; in order
 */
public record FoundFiles(
    List<MatchResult.Metadata> files, List<String> hidden, List<String> others) {

  static final FoundFiles NONE = new FoundFiles(List.of(), List.of(), List.of());

  static FoundFiles one(MatchResult.Metadata file) {
    return new FoundFiles(List.of(file), List.of(), List.of());
  }

  /** Whether nothing has such a name. */
  public boolean isEmpty() {
    return files.isEmpty();
  }
}
