package io.credence.files;

import java.io.IOException;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way from the temporary folder to its name. It can be made again when it is not
 * known how far it got.
 *
 * @param from where the file was written
 * @param to where it belongs
 * @param bytes its size
 */
public record Move(String from, String to, long bytes) {

  public ResourceId target() {
    return FileSystems.matchNewResource(to, false);
  }

  ResourceId source() {
    return FileSystems.matchNewResource(from, false);
  }

  /**
   * Requires that a file is there, whole.
   *
   * @param file one of the two
   * @param size what it has; null when it is not there
   */
  void require(ResourceId file, @Nullable Long size) throws IOException {
    if (size == null) {
      throw new IOException(file + ": was written by this run, but no longer exists");
    }
    if (size != bytes) {
      throw new IOException(file + ": must have " + bytes + " bytes, but has " + size);
    }
  }
}
