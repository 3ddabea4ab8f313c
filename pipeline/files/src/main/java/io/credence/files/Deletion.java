package io.credence.files;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.beam.sdk.io.fs.ResourceId;

/** Deletes files by their names, whatever these hold; those that are not there are passed over. */
public final class Deletion {

  private Deletion() {}

  /**
   * Deletes files.
   *
   * @throws IOException when one can't be deleted
   */
  public static void of(Collection<ResourceId> files) throws IOException {
    Map<String, List<ResourceId>> stores =
        files.stream()
            .collect(
                Collectors.groupingBy(
                    ResourceId::getScheme, LinkedHashMap::new, Collectors.toList()));
    for (List<ResourceId> some : stores.values()) {
      Listing.store(some.get(0)).delete(some);
    }
  }

  /** Deletes a folder, which need not exist, with the files in it. */
  public static void ofFolder(ResourceId folder) throws IOException {
    of(Listing.of(folder, "*"));
    Listing.store(folder).deleteEmpty(List.of(folder));
  }
}
