package io.credence.jobs.labels;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn.OutputReceiver;
import org.apache.beam.sdk.values.KV;

/**
 * Entries that go the same way, many in one element: runners keep books on each element, which
 * would be more than the entries themselves.
 *
 * <p>Not thread-safe.
 */
final class Blocks {

  /** How blocks travel, each with the number of where it goes. */
  static final Coder<KV<Integer, byte[]>> CODER = KvCoder.of(VarIntCoder.of(), ByteArrayCoder.of());

  private static final int FULL = 1 << 16;

  private final OutputReceiver<KV<Integer, byte[]>> out;
  private final Map<Integer, ByteArrayOutputStream> open = new HashMap<>();

  Blocks(OutputReceiver<KV<Integer, byte[]>> out) {
    this.out = out;
  }

  /** Something that is written as bytes. */
  @FunctionalInterface
  interface Entry {
    void writeTo(DataOutput out) throws IOException;
  }

  /** Reads the next entry of a block. */
  @FunctionalInterface
  interface Reader {
    void read(DataInputStream in) throws IOException;
  }

  /** Sends an entry, with others or later, to where a number says. */
  void add(int to, Entry entry) throws IOException {
    ByteArrayOutputStream block = open.computeIfAbsent(to, number -> new ByteArrayOutputStream());
    entry.writeTo(new DataOutputStream(block));
    if (block.size() >= FULL) {
      send(to, block);
    }
  }

  /** Sends what is left. */
  void flush() {
    open.forEach(this::send);
  }

  private void send(int to, ByteArrayOutputStream block) {
    if (block.size() > 0) {
      out.output(KV.of(to, block.toByteArray()));
      block.reset();
    }
  }

  /** Reads all entries of some blocks. */
  static void read(Iterable<byte[]> blocks, Reader reader) throws IOException {
    for (byte[] block : blocks) {
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(block));
      while (in.available() > 0) {
        reader.read(in);
      }
    }
  }
}
