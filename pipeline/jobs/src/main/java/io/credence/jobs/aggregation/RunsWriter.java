package io.credence.jobs.aggregation;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes runs into a file, one behind the other. Behind them stands where each begins and ends, and
 * in the last 8 bytes where that stands.
 *
 * <p>Close it to complete the file.
 */
final class RunsWriter implements Closeable {

  private static final int BUFFER = 1 << 16;

  private final Counted counted;
  private final DataOutputStream out;
  private final List<Run> runs = new ArrayList<>();

  /**
   * Begins a file.
   *
   * @param file is not closed
   */
  RunsWriter(WritableByteChannel file) {
    counted = new Counted(new BufferedOutputStream(Channels.newOutputStream(file), BUFFER));
    out = new DataOutputStream(counted);
  }

  /** Takes the entries of a run, in their order. */
  DataOutput out() {
    return out;
  }

  /** Ends the run whose entries were written. */
  void end(Run.Kind kind) {
    long begin = runs.isEmpty() ? 0 : runs.get(runs.size() - 1).end();
    runs.add(new Run("", kind, begin, counted.bytes));
  }

  @Override
  public void close() throws IOException {
    long index = counted.bytes;
    out.writeInt(runs.size());
    for (Run run : runs) {
      out.writeUTF(run.kind().name());
      out.writeLong(run.begin());
      out.writeLong(run.end());
    }
    out.writeLong(index);
    out.flush();
  }

  /** Counts bytes, also beyond an int, where a DataOutputStream stops. */
  private static final class Counted extends OutputStream {

    private final OutputStream to;
    private long bytes;

    Counted(OutputStream to) {
      this.to = to;
    }

    @Override
    public void write(int value) throws IOException {
      to.write(value);
      bytes++;
    }

    @Override
    public void write(byte[] values, int from, int length) throws IOException {
      to.write(values, from, length);
      bytes += length;
    }

    @Override
    public void flush() throws IOException {
      to.flush();
    }
  }
}
