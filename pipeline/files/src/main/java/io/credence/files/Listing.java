package io.credence.files;

import io.credence.beam.store.ObjectStore;
import io.credence.beam.store.StoredFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.ResourceId;

/** The files of a folder whose name may hold what would be a pattern, such as {@code [2026]}. */
public final class Listing {

  /** To ask for so many files is no more work than to list a folder. */
  private static final int FEW = 20;

  private Listing() {}

  /**
   * The files beneath a folder that match a pattern; none when there is no such folder.
   *
   * @param pattern relative to the folder
   */
  public static List<ResourceId> of(ResourceId folder, String pattern) throws IOException {
    return store(folder).match(folder, pattern).stream()
        .map(MatchResult.Metadata::resourceId)
        .toList();
  }

  /** The size of a file; empty when there is none. */
  public static OptionalLong size(ResourceId file) throws IOException {
    return store(file).size(file);
  }

  /** The sizes of those files that are there. The whole folder is listed where they are many. */
  public static Map<ResourceId, Long> sizes(Collection<ResourceId> files) throws IOException {
    Map<ResourceId, Long> sizes = new HashMap<>();
    Map<ResourceId, List<ResourceId>> folders = new LinkedHashMap<>();
    for (ResourceId file : files) {
      folders.computeIfAbsent(file.getCurrentDirectory(), f -> new ArrayList<>()).add(file);
    }
    for (Map.Entry<ResourceId, List<ResourceId>> folder : folders.entrySet()) {
      sizes.putAll(sizes(folder.getKey(), folder.getValue()));
    }
    return sizes;
  }

  private static Map<ResourceId, Long> sizes(ResourceId folder, List<ResourceId> files)
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
  public static ObjectStore store(ResourceId file) throws IOException {
    return StoredFile.store(file)
        .orElseThrow(
            () ->
                new IOException("%s: must be a local path or s3://BUCKET/FOLDER".formatted(file)));
  }
}
