package io.credence.pipeline.batch;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.ResourceId;

/** The files of a folder whose name may hold what would be a pattern, such as {@code [2026]}. */
final class Listing {

  private static final Pattern SPECIAL = Pattern.compile("[\\\\*?\\[\\]{}]");

  private Listing() {}

  /**
   * The files beneath a folder that match a pattern; none when there is no such folder.
   *
   * @param pattern relative to the folder
   */
  static List<ResourceId> of(ResourceId folder, String pattern) throws IOException {
    String quoted = SPECIAL.matcher(folder.toString()).replaceAll("\\\\$0");
    try {
      return FileSystems.match(quoted + pattern, EmptyMatchTreatment.ALLOW).metadata().stream()
          .map(MatchResult.Metadata::resourceId)
          .toList();
    } catch (FileNotFoundException e) {
      return List.of();
    }
  }
}
