package io.credence.s3;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.OptionalLong;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * An object that is written. What makes it of its parts may have been done although no answer came
 * back; asked again, the store knows of no parts any more. So its size is looked at where that
 * fails.
 */
final class S3Upload implements WritableByteChannel {

  private final S3Objects store;
  private final ResourceId object;
  private final WritableByteChannel parts;
  private long bytes;

  S3Upload(S3Objects store, ResourceId object, WritableByteChannel parts) {
    this.store = store;
    this.object = object;
    this.parts = parts;
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    int written = parts.write(source);
    bytes += written;
    return written;
  }

  @Override
  public boolean isOpen() {
    return parts.isOpen();
  }

  @Override
  public void close() throws IOException {
    if (!parts.isOpen()) {
      return;
    }
    try {
      parts.close();
    } catch (IOException | RuntimeException e) {
      if (!isThereWhole(e)) {
        throw e;
      }
    }
  }

  private boolean isThereWhole(Exception failure) {
    try {
      return store.size(object).equals(OptionalLong.of(bytes));
    } catch (IOException e) {
      failure.addSuppressed(e);
      return false;
    }
  }
}
