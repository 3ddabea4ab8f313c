package io.credence.files;

import io.credence.beam.store.StoreFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.security.MessageDigest;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.jspecify.annotations.Nullable;

/** A file that is written, whose failures all name it: that of a full disk does not by itself. */
public final class NamedChannel implements WritableByteChannel {

  private final ResourceId file;
  private final WritableByteChannel channel;
  private final MessageDigest digest = Sha256.begin();
  private long bytes;
  private @Nullable WrittenFile written;

  private NamedChannel(ResourceId file, WritableByteChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Begins a file.
   *
   * @param mimeType what it holds
   * @param durable whether it outlives a loss of power once this is closed
   */
  public static NamedChannel create(ResourceId file, String mimeType, boolean durable)
      throws IOException {
    try {
      return new NamedChannel(file, Listing.store(file).create(file, mimeType, durable));
    } catch (IOException | RuntimeException e) {
      throw named(file, e);
    }
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    try {
      ByteBuffer taken = source.duplicate();
      int written = channel.write(source);
      bytes += written;
      digest.update(taken.limit(taken.position() + written));
      return written;
    } catch (IOException | RuntimeException e) {
      throw named(file, e);
    }
  }

  /** The file, once this channel is closed. */
  public WrittenFile written() {
    if (written == null) {
      written = new WrittenFile(file.toString(), bytes, Sha256.hex(digest));
    }
    return written;
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
      throw named(file, e);
    }
  }

  private static IOException named(ResourceId file, Exception failure) {
    String reason = StoreFailure.line(failure);
    String name = file + ": ";
    return new IOException(
        name
            + "can't be written: "
            + (reason.startsWith(name) ? reason.substring(name.length()) : reason),
        failure);
  }
}
