package io.credence.parquet;

import io.credence.beam.store.StoredFile;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a split, in file order. For one thread.
 *
 * <p>Every fault of the file, damaged pages included, is an {@link IOException} that names file and
 * row. A row that was returned is not changed by reading on.
 */
public final class SplitReader implements Closeable {

  private final ParquetSplit split;
  private final RowGroups rowGroups;
  private long row;

  private SplitReader(ParquetSplit split, RowGroups rowGroups) {
    this.split = split;
    this.rowGroups = rowGroups;
    this.row = split.firstRow() - 1;
  }

  /**
   * Opens the split's file.
   *
   * @throws IOException when the file cannot be read, has another size than when the split was
   *     made, or holds fewer rows than the split asks for
   */
  public static SplitReader open(ParquetSplit split) throws IOException {
    ChannelInput in = open(split.file());
    try {
      checkSize(split, in.getLength());
      return open(split, in);
    } catch (IOException e) {
      in.close();
      throw naming(split.file(), e);
    }
  }

  /**
   * Opens a file for its first rows, whatever its size, where nothing was planned before.
   *
   * @throws IOException when the file cannot be read, or holds fewer rows
   */
  public static SplitReader openFirst(String file, long rows) throws IOException {
    ChannelInput in = open(file);
    try {
      return open(new ParquetSplit(file, in.getLength(), 0, rows), in);
    } catch (IOException e) {
      in.close();
      throw naming(file, e);
    }
  }

  private static ChannelInput open(String file) throws IOException {
    return ChannelInput.open(StoredFile.at(file, false));
  }

  /** A disk does not say which of many files it can't read. */
  private static IOException naming(String file, IOException e) {
    return Reason.of(e).startsWith(file) ? e : new IOException(file + ": " + Reason.of(e), e);
  }

  /** Another size means other bytes, though the same size does not mean the same. */
  private static void checkSize(ParquetSplit split, long bytes) throws IOException {
    if (bytes != split.bytes()) {
      throw new IOException(
          split.file()
              + ": has "
              + bytes
              + " bytes, but had "
              + split.bytes()
              + " before; files must not change while they are read");
    }
  }

  private static SplitReader open(ParquetSplit split, ChannelInput in) throws IOException {
    try {
      ParquetMetadata footer = Footer.read(split.file(), in).metadata();
      return new SplitReader(
          split,
          new RowGroups(
              in,
              new ParquetFileReader(
                  in, footer, Footer.options(split.maxPageBytes()), in.newStream()),
              split));
    } catch (UnreadableParquetException e) {
      throw new IOException(e.getMessage(), e);
    } catch (RuntimeException e) {
      throw new IOException(split.file() + ": cannot be read as Parquet: " + Reason.of(e), e);
    }
  }

  /** The schema with which the file's rows are written, with the columns of its path. */
  public MessageType schema() {
    return rowGroups.schema();
  }

  /** What the footer says besides. */
  SaidMetadata said() {
    return rowGroups.said();
  }

  /** The next row, or null when the split is at its end. */
  public @Nullable Group next() throws IOException {
    if (row + 1 == split.end()) {
      return null;
    }
    try {
      Group group = rowGroups.read(row + 1);
      row++;
      return group;
    } catch (UnreadablePageException e) {
      throw unreadable(Reason.of(e), e);
    } catch (EOFException | RuntimeException | StackOverflowError e) {
      throw unreadable("the file is damaged (" + Reason.of(e) + ")", e);
    } catch (IOException e) {
      throw unreadable(Reason.of(e), e);
    } catch (OutOfMemoryError e) {
      throw unreadable(
          "that takes more memory than there is; give Java more, or write smaller row groups", e);
    }
  }

  private IOException unreadable(String problem, Throwable cause) {
    return new IOException(
        "%s: row %s in row group %s cannot be read: %s"
            .formatted(split.file(), row + 1, rowGroups.current(), problem),
        cause);
  }

  /** Position in the file, from 0, of the row that {@link #next} returned last. */
  public long row() {
    return row;
  }

  @Override
  public void close() throws IOException {
    rowGroups.close();
  }
}
