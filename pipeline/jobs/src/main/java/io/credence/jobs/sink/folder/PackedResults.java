package io.credence.jobs.sink.folder;

import io.credence.deadletter.DeadLetterCode;
import io.credence.files.WrittenFile;
import io.credence.jobs.scoring.NumberedSplit;
import io.credence.parquet.OutputSchema;
import io.credence.parquet.ParquetSplit;
import io.credence.parquet.PathColumn;
import io.credence.parquet.PathColumns;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What became of a group of splits, as bytes. While accounts are gathered the DirectRunner copies
 * those that wait with each one that comes; bytes are copied without being understood.
 */
public final class PackedResults implements Serializable {

  private static final long serialVersionUID = 1;

  /** Nothing but what results are made of, and no more than results of millions of files have. */
  private static final ObjectInputFilter OWN =
      ObjectInputFilter.Config.createFilter(
          Stream.of(
                      SplitResult.class,
                      ChallengerCounts.class,
                      ShadowResult.class,
                      TreeMap.class,
                      NumberedSplit.class,
                      ParquetSplit.class,
                      PathColumns.class,
                      PathColumn.class,
                      PathColumn.Kind.class,
                      OutputSchema.class,
                      ArrayList.class,
                      Object
                          .class, // Of the array within the list; what it holds is looked at, too.
                      WrittenFile.class,
                      DeadLetterCode.class,
                      EnumMap.class,
                      Enum.class,
                      Long.class,
                      Number.class)
                  .map(Class::getName)
                  .collect(Collectors.joining(";"))
              + ";maxdepth=20;maxarray=1000000;maxbytes=1000000000;!*");

  /** The serialized results, compressed. */
  private final byte[] bytes;

  private PackedResults(byte[] bytes) {
    this.bytes = bytes;
  }

  static PackedResults of(List<SplitResult> results) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(new DeflaterOutputStream(bytes))) {
      out.writeObject(results.toArray(SplitResult[]::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new PackedResults(bytes.toByteArray());
  }

  List<SplitResult> unpack() {
    try (ObjectInputStream in =
        new ObjectInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
      in.setObjectInputFilter(OWN);
      return List.of((SplitResult[]) in.readObject());
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException("Results that this job packed can't be unpacked", e);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PackedResults packed && Arrays.equals(bytes, packed.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
