package io.credence.pipeline.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import org.apache.beam.sdk.io.FileSystems;
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
    return new NamedChannel(file, FileSystems.create(file, mimeType));
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    try {
      int written = channel.write(source);
      bytes += written;
      return written;
    } catch (IOException e) {
      throw named(e);
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
    try {
      channel.close();
    } catch (IOException e) {
      throw named(e);
    }
  }

  private IOException named(IOException failure) {
    return new IOException(file + ": can't be written: " + failure.getMessage(), failure);
  }
}
