package io.credence.beam.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;

/** Opens files of any file system that Beam knows. */
public final class StoredFile {

  private static final String LOCAL = "file";

  private StoredFile() {}

  /**
   * Opens a file. Of one that lies across a network and can be read at positions, a read that
   * breaks goes on where it was.
   *
   * @throws FileNotFoundException when there is no such file
   * @throws IOException when it can't be opened; tells the name of the file and why
   */
  public static ReadableByteChannel open(ResourceId file) throws IOException {
    if (file.getScheme().equals(LOCAL)) {
      return FileSystems.open(file);
    }
    ReadableByteChannel channel = openOnce(file);
    return channel instanceof SeekableByteChannel seekable
        ? new ResumingChannel(file.toString(), seekable, () -> reopen(file))
        : channel;
  }

  private static SeekableByteChannel reopen(ResourceId file) throws IOException {
    return (SeekableByteChannel) openOnce(file);
  }

  private static ReadableByteChannel openOnce(ResourceId file) throws IOException {
    try {
      return FileSystems.open(file);
    } catch (FileNotFoundException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      Throwable reason = Reason.of(file, e);
      if (StoreFailure.isMissing(reason)) {
        FileNotFoundException missing = new FileNotFoundException(file + ": no such file");
        missing.initCause(e);
        throw missing;
      }
      throw new IOException(file + ": can't be read: " + StoreFailure.line(reason), e);
    }
  }
}
