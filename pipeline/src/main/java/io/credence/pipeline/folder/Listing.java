package io.credence.pipeline.folder;

import io.credence.beam.store.ObjectStore;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.ResourceId;

/** The files of a folder whose name may hold what would be a pattern, such as {@code [2026]}. */
public final class Listing {

  /** To ask a store for so many files is no more work than to list a folder. */
  private static final int FEW = 20;

  private Listing() {}

  /**
   * The files beneath a folder that match a pattern; none when there is no such folder.
   *
   * @param pattern relative to the folder
   */
  public static List<ResourceId> of(ResourceId folder, String pattern) throws IOException {
    return isLocal(folder)
        ? local(folder, pattern)
        : store(folder).match(folder, pattern).stream()
            .map(MatchResult.Metadata::resourceId)
            .toList();
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
    return store(file).size(file);
  }

  /**
   * The sizes of those files that are there. Of stores, the whole folder is listed where the files
   * are many.
   */
  public static Map<ResourceId, Long> sizes(Collection<ResourceId> files) throws IOException {
    Map<ResourceId, Long> sizes = new HashMap<>();
    Map<ResourceId, List<ResourceId>> remote = new LinkedHashMap<>();
    for (ResourceId file : files) {
      if (isLocal(file)) {
        size(file).ifPresent(size -> sizes.put(file, size));
      } else {
        remote.computeIfAbsent(file.getCurrentDirectory(), f -> new ArrayList<>()).add(file);
      }
    }
    for (Map.Entry<ResourceId, List<ResourceId>> folder : remote.entrySet()) {
      sizes.putAll(remoteSizes(folder.getKey(), folder.getValue()));
    }
    return sizes;
  }

  private static Map<ResourceId, Long> remoteSizes(ResourceId folder, List<ResourceId> files)
      throws IOException {
    Map<ResourceId, Long> sizes = new HashMap<>();
    if (files.size() <= FEW) {
      for (ResourceId file : files) {
        size(file).ifPresent(size -> sizes.put(file, size));
      }
    } else {
      store(folder)
          .match(folder, "*")
          .forEach(found -> sizes.put(found.resourceId(), found.sizeBytes()));
      sizes.keySet().retainAll(new HashSet<>(files));
    }
    return sizes;
  }

  /** A folder that files are written to is of this machine, or in a store that we know. */
  static ObjectStore store(ResourceId file) throws IOException {
    return StoredFile.store(file)
        .orElseThrow(
            () ->
                new IOException("%s: must be a local path or s3://BUCKET/FOLDER".formatted(file)));
  }

  public static boolean isLocal(ResourceId file) {
    return file.getScheme().equals("file");
  }
}
