package io.credence.parquet;

import io.credence.beam.store.StoredFile;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** An open file, as Parquet wants to see it. */
final class ChannelInput implements InputFile, Closeable {

  private final String name;
  private final SeekableByteChannel channel;

  private ChannelInput(String name, SeekableByteChannel channel) {
    this.name = name;
    this.channel = channel;
  }

  static ChannelInput open(ResourceId file) throws IOException {
    checkRegular(file);
    ReadableByteChannel channel = StoredFile.open(file);
    if (channel instanceof SeekableByteChannel seekable) {
      return new ChannelInput(file.toString(), seekable);
    }
    channel.close();
    throw new IOException(
        file
            + ": Parquet is read at positions, but this file system only gives a stream ("
            + channel.getClass().getName()
            + ")");
  }

  /** Opening a pipe waits for its other end, and a device has none. */
  private static void checkRegular(ResourceId file) throws IOException {
    if (file.getScheme().equals("file")
        && Files.readAttributes(Path.of(file.toString()), BasicFileAttributes.class).isOther()) {
      throw new IOException(
          file + ": is a pipe or a device; Parquet is read at positions, which only files have");
    }
  }

  /** The {@code length} bytes from {@code position} on. */
  byte[] bytes(long position, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    channel.position(position);
    readFully(bytes);
    return bytes.array();
  }

  void readFully(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      if (channel.read(bytes) < 0) {
        throw new EOFException(
            name + ": ends at " + channel.position() + ", " + bytes.remaining() + " bytes early");
      }
    }
  }

  @Override
  public long getLength() throws IOException {
    return channel.size();
  }

  /**
   * A stream over the one channel, so that there can be one stream at a time; closing closes it.
   */
  @Override
  public SeekableInputStream newStream() {
    return new ChannelInputStream(this, channel);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  @Override
  public String toString() {
    return name;
  }
}
