package io.credence.pipeline.folder;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
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
    List<ResourceId> local = new ArrayList<>();
    List<ResourceId> remote = new ArrayList<>();
    files.forEach(file -> (Listing.isLocal(file) ? local : remote).add(file));
    FileSystems.delete(local, StandardMoveOptions.IGNORE_MISSING_FILES);
    if (!remote.isEmpty()) {
      Listing.store(remote.get(0)).delete(remote);
    }
  }
}
