package io.credence.jobs.aggregation;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;

/** The entries of a run that is being read. */
final class Entries implements Closeable {

  private static final int BUFFER = 1 << 16;

  private final ReadableByteChannel channel;
  private final DataInputStream in;
  private final Counted counted;

  /**
   * @param channel is where the run begins
   * @param bytes how long the run is
   */
  Entries(ReadableByteChannel channel, long bytes) {
    this.channel = channel;
    this.counted =
        new Counted(new BufferedInputStream(Channels.newInputStream(channel), BUFFER), bytes);
    this.in = new DataInputStream(counted);
  }

  /** Whether all of them were read. */
  boolean isAtEnd() {
    return counted.left == 0;
  }

  /** Reads the next one. */
  DataInput in() {
    return in;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** Counts what is left of the run. */
  private static final class Counted extends InputStream {

    private final InputStream from;
    private long left;

    Counted(InputStream from, long left) {
      this.from = from;
      this.left = left;
    }

    @Override
    public int read() throws IOException {
      if (left == 0) {
        return -1;
      }
      left--;
      return from.read();
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
      if (left == 0 && length > 0) {
        return -1;
      }
      int read = from.read(into, at, (int) Math.min(length, left));
      left -= Math.max(read, 0);
      return read;
    }
  }
}
