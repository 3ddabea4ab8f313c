package io.credence.pipeline.folder;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * A file on its way from the temporary folder to its name. It can be made again when it is not
 * known how far it got.
 *
 * @param from where the file was written
 * @param to where it belongs
 * @param bytes its size
 */
public record Move(String from, String to, long bytes) {

  /**
   * Requires that the file is there, whole.
   *
   * @param resumed whether it may have been moved already
   */
  public void check(boolean resumed) throws IOException {
    OptionalLong size = Listing.size(source());
    if (size.isPresent()) {
      require(from, size);
    } else if (resumed) {
      require(to, Listing.size(target()));
    } else {
      require(from, size);
    }
  }

  /** Moves the file, unless that was done before, and requires that it arrived whole. */
  public void make() throws IOException {
    if (Listing.size(source()).isPresent()) {
      FileSystems.rename(List.of(source()), List.of(target()));
    }
    require(to, Listing.size(target()));
  }

  /** Whether the file has left where it was written. */
  @JsonIgnore
  public boolean isMade() throws IOException {
    return Listing.size(source()).isEmpty();
  }

  public ResourceId target() {
    return FileSystems.matchNewResource(to, false);
  }

  private ResourceId source() {
    return FileSystems.matchNewResource(from, false);
  }

  private void require(String file, OptionalLong size) throws IOException {
    if (size.isEmpty()) {
      throw new IOException(file + ": was written by this run, but is not there any more");
    }
    if (size.getAsLong() != bytes) {
      throw new IOException(file + ": must have " + bytes + " bytes, but has " + size.getAsLong());
    }
  }
}
