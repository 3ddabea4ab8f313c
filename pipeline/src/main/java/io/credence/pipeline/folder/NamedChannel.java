package io.credence.pipeline.folder;

import io.credence.beam.store.StoreFailure;
import io.credence.beam.store.StoredFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.OptionalLong;
import org.apache.beam.sdk.io.fs.ResourceId;

/** A file that is written, of which every failure tells the name: a full disk does not. */
public final class NamedChannel implements WritableByteChannel {

  private final ResourceId file;
  private final WritableByteChannel channel;
  private long bytes;

  private NamedChannel(ResourceId file, WritableByteChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  public static NamedChannel create(ResourceId file, String mimeType) throws IOException {
    try {
      return new NamedChannel(file, StoredFile.create(file, mimeType));
    } catch (IOException | RuntimeException e) {
      throw named(file, e);
    }
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    try {
      int written = channel.write(source);
      bytes += written;
      return written;
    } catch (IOException | RuntimeException e) {
      throw named(file, e);
    }
  }

  /** The file as far as it was written: whole once this channel is closed. */
  public WrittenFile written() {
    return new WrittenFile(file.toString(), bytes);
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    if (!channel.isOpen()) {
      return;
    }
    try {
      channel.close();
    } catch (IOException | RuntimeException e) {
      if (!isThereWhole()) {
        throw named(file, e);
      }
    }
  }

  /**
   * What makes an object of its parts may have been done although no answer came back; asked again,
   * the store knows of no parts any more.
   */
  private boolean isThereWhole() {
    try {
      return !Listing.isLocal(file) && Listing.size(file).equals(OptionalLong.of(bytes));
    } catch (IOException e) {
      return false;
    }
  }

  private static IOException named(ResourceId file, Exception failure) {
    return new IOException(file + ": can't be written: " + StoreFailure.line(failure), failure);
  }
}
