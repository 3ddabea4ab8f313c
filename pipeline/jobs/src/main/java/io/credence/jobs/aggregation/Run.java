package io.credence.jobs.aggregation;

import io.credence.beam.store.StoredFile;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a file that holds entries of one kind in their order.
 *
 * @param file a local path or a URI
 * @param kind of its entries
 * @param begin the position of its first byte
 * @param end the position behind its last byte
 */
record Run(String file, Kind kind, long begin, long end) {

  /** What entries are. */
  enum Kind {
    /** Of {@link KeyPlace}s. */
    KEYS,
    /** Of keys of groups, each with its sums. */
    GROUPS
  }

  /** The runs of a file that a {@link RunsWriter} wrote. */
  static List<Run> of(String file) throws IOException {
    try (SeekableByteChannel channel = open(file)) {
      long size = channel.size();
      long index = readAt(channel, size - Long.BYTES).readLong();
      DataInputStream in = readAt(channel, index);
      List<Run> runs = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        runs.add(new Run(file, Kind.valueOf(in.readUTF()), in.readLong(), in.readLong()));
      }
      return runs;
    }
  }

  private static DataInputStream readAt(SeekableByteChannel channel, long position)
      throws IOException {
    channel.position(position);
    return new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel)));
  }

  /** Opens it, from its first entry on. */
  Entries open() throws IOException {
    SeekableByteChannel channel = open(file);
    channel.position(begin);
    return new Entries(channel, end - begin);
  }

  private static SeekableByteChannel open(String file) throws IOException {
    ReadableByteChannel channel = StoredFile.open(StoredFile.at(file, false));
    if (channel instanceof SeekableByteChannel seekable) {
      return seekable;
    }
    channel.close();
    throw new IOException(
        file + ": its file system can't read a file from the middle, which sums of groups need");
  }
}
