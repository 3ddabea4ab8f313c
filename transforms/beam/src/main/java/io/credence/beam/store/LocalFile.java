package io.credence.beam.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that is written. */
final class LocalFile implements WritableByteChannel {

  private final FileChannel channel;
  private final boolean durable;

  private LocalFile(FileChannel channel, boolean durable) {
    this.channel = channel;
    this.durable = durable;
  }

  static LocalFile create(Path path, boolean durable) throws IOException {
    Path folder = path.getParent();
    if (folder != null) {
      LocalFolders.create(folder, durable);
    }
    try {
      FileChannel channel =
          FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      return new LocalFile(channel, durable);
    } catch (IOException e) {
      throw LocalFailures.whatever(path, e);
    }
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    return channel.write(source);
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      if (durable && channel.isOpen()) {
        channel.force(true);
      }
    }
  }
}
