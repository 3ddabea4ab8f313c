package io.credence.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import org.apache.parquet.io.SeekableInputStream;

/** The stream that Parquet reads from. Unbuffered, since Parquet reads large pieces. */
final class ChannelInputStream extends SeekableInputStream {

  private final ChannelInput input;
  private final SeekableByteChannel channel;

  ChannelInputStream(ChannelInput input, SeekableByteChannel channel) {
    this.input = input;
    this.channel = channel;
  }

  @Override
  public long getPos() throws IOException {
    return channel.position();
  }

  @Override
  public void seek(long position) throws IOException {
    channel.position(position);
  }

  @Override
  public int read() throws IOException {
    ByteBuffer one = ByteBuffer.allocate(1);
    return read(one) < 0 ? -1 : one.get(0) & 0xff;
  }

  @Override
  public int read(byte[] bytes, int start, int length) throws IOException {
    return read(ByteBuffer.wrap(bytes, start, length));
  }

  @Override
  public int read(ByteBuffer bytes) throws IOException {
    return channel.read(bytes);
  }

  @Override
  public void readFully(byte[] bytes) throws IOException {
    readFully(ByteBuffer.wrap(bytes));
  }

  @Override
  public void readFully(byte[] bytes, int start, int length) throws IOException {
    readFully(ByteBuffer.wrap(bytes, start, length));
  }

  @Override
  public void readFully(ByteBuffer bytes) throws IOException {
    input.readFully(bytes);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
