package io.credence.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.jspecify.annotations.Nullable;

/** A channel as a file that Parquet writes to, once. The channel stays open: it is the caller's. */
final class ChannelOutput extends PositionOutputStream implements OutputFile {

  private static final int BUFFER = 1 << 16;

  /** Room for a footer to begin with. */
  private static final int FOOTER = 1 << 13;

  private final WritableByteChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
  private byte @Nullable [] tail;
  private int tailLength;
  private long position;

  ChannelOutput(WritableByteChannel channel) {
    this.channel = channel;
  }

  /**
   * Keeps all that is written from now on, which ends with the footer, until the file is closed.
   */
  void holdTail() {
    tail = new byte[FOOTER];
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int start, int length) throws IOException {
    position += length;
    if (tail != null) {
      hold(tail, bytes, start, length);
      return;
    }
    if (length > buffer.remaining()) {
      flush();
    }
    if (length > buffer.remaining()) {
      writeFully(ByteBuffer.wrap(bytes, start, length));
    } else {
      buffer.put(bytes, start, length);
    }
  }

  /** A footer comes byte by byte, so what holds it takes no lock for each as Java's own does. */
  private void hold(byte[] held, byte[] bytes, int start, int length) {
    if (length > held.length - tailLength) {
      held = Arrays.copyOf(held, Math.max(2 * held.length, tailLength + length));
      tail = held;
    }
    System.arraycopy(bytes, start, held, tailLength, length);
    tailLength += length;
  }

  @Override
  public void flush() throws IOException {
    writeFully(buffer.flip());
    buffer.clear();
  }

  private void writeFully(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  @Override
  public void close() throws IOException {
    flush();
    if (tail != null) {
      byte[] bytes = MendedFooter.of(Arrays.copyOf(tail, tailLength));
      tail = null;
      writeFully(ByteBuffer.wrap(bytes));
    }
  }

  @Override
  public long getPos() {
    return position;
  }

  @Override
  public PositionOutputStream create(long blockSizeHint) {
    return this;
  }

  @Override
  public PositionOutputStream createOrOverwrite(long blockSizeHint) {
    return this;
  }

  @Override
  public boolean supportsBlockSize() {
    return false;
  }

  @Override
  public long defaultBlockSize() {
    return 0;
  }
}
