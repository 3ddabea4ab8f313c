package io.credence.pipeline.folder;

import io.credence.beam.store.StoredFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystems;
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
    return isLocal(folder) ? local(folder, pattern) : match(folder, pattern);
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
    if (isLocal(folder)) {
      for (Path path = Path.of(folder.toString()); path != null && Files.notExists(path); ) {
        missing.add(FileSystems.matchNewResource(path.toString(), true));
        path = path.getParent();
      }
    }
    return missing;
  }

  /** The size of a file; empty when there is none. */
  public static OptionalLong size(ResourceId file) throws IOException {
    if (isLocal(file)) {
      Path path = Path.of(file.toString());
      return Files.isRegularFile(path) ? OptionalLong.of(Files.size(path)) : OptionalLong.empty();
    }
    return StoredFile.match(loose(file)).stream()
        .filter(found -> found.resourceId().equals(file))
        .mapToLong(MatchResult.Metadata::sizeBytes)
        .findFirst();
  }

  /**
   * The sizes of those files that are there. Of other than local ones, whole folders are listed.
   */
  public static Map<ResourceId, Long> sizes(Collection<ResourceId> files) throws IOException {
    Map<ResourceId, Long> sizes = new HashMap<>();
    Set<ResourceId> remoteFolders = new LinkedHashSet<>();
    for (ResourceId file : files) {
      if (isLocal(file)) {
        size(file).ifPresent(size -> sizes.put(file, size));
      } else {
        remoteFolders.add(file.getCurrentDirectory());
      }
    }
    for (ResourceId folder : remoteFolders) {
      StoredFile.match(loose(folder) + "*")
          .forEach(found -> sizes.put(found.resourceId(), found.sizeBytes()));
    }
    sizes.keySet().retainAll(new HashSet<>(files));
    return sizes;
  }

  private static List<ResourceId> match(ResourceId folder, String pattern) throws IOException {
    try {
      return StoredFile.match(loose(folder) + pattern).stream()
          .map(MatchResult.Metadata::resourceId)
          .filter(file -> file.toString().startsWith(folder.toString()))
          .toList();
    } catch (IOException e) {
      throw new IOException(folder + ": " + e.getMessage(), e);
    }
  }

  /**
   * A pattern that matches at least this. Beam's file system for S3 takes a backslash that quotes
   * for a part of the name; any one character is what it understands.
   */
  private static String loose(ResourceId resource) {
    return SPECIAL.matcher(resource.toString()).replaceAll("?");
  }

  public static boolean isLocal(ResourceId file) {
    return file.getScheme().equals("file");
  }
}
