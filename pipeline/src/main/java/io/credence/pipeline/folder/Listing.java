package io.credence.pipeline.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.ResourceId;

/** The files of a folder whose name may hold what would be a pattern, such as {@code [2026]}. */
public final class Listing {

  private static final Pattern SPECIAL = Pattern.compile("[\\\\*?\\[\\]{}]");

  private Listing() {}

  /**
   * The files beneath a folder that match a pattern, by name; none when there is no such folder.
   *
   * @param pattern relative to the folder
   */
  public static List<ResourceId> of(ResourceId folder, String pattern) throws IOException {
    return folder.getScheme().equals("file") ? local(folder, pattern) : match(folder, pattern);
  }

  /** Beam's local file system has no way to quote. */
  private static List<ResourceId> local(ResourceId folder, String pattern) throws IOException {
    Path root = Path.of(folder.toString());
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    PathMatcher matcher = root.getFileSystem().getPathMatcher("glob:" + pattern);
    int depth = Path.of(pattern).getNameCount();
    try (Stream<Path> files =
        Files.find(
            root,
            depth,
            (file, is) -> !is.isDirectory() && matcher.matches(root.relativize(file)))) {
      return files
          .sorted()
          .map(file -> FileSystems.matchNewResource(file.toString(), false))
          .toList();
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** A folder and those above it that are not there yet, the innermost first. */
  public static List<ResourceId> missingFolders(ResourceId folder) {
    List<ResourceId> missing = new ArrayList<>();
    if (folder.getScheme().equals("file")) {
      for (Path path = Path.of(folder.toString()); path != null && Files.notExists(path); ) {
        missing.add(FileSystems.matchNewResource(path.toString(), true));
        path = path.getParent();
      }
    }
    return missing;
  }

  /** The size of a file; empty when there is none. */
  public static OptionalLong size(ResourceId file) throws IOException {
    if (file.getScheme().equals("file")) {
      Path path = Path.of(file.toString());
      return Files.isRegularFile(path) ? OptionalLong.of(Files.size(path)) : OptionalLong.empty();
    }
    return FileSystems.match(quoted(file), EmptyMatchTreatment.ALLOW).metadata().stream()
        .mapToLong(MatchResult.Metadata::sizeBytes)
        .findFirst();
  }

  private static List<ResourceId> match(ResourceId folder, String pattern) throws IOException {
    return FileSystems.match(quoted(folder) + pattern, EmptyMatchTreatment.ALLOW)
        .metadata()
        .stream()
        .map(MatchResult.Metadata::resourceId)
        .toList();
  }

  private static String quoted(ResourceId resource) {
    return SPECIAL.matcher(resource.toString()).replaceAll("\\\\$0");
  }
}
