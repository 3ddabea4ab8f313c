package io.credence.parquet;

import io.credence.score.ScoredColumn;
import io.credence.score.ScoredRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;

/** Files to read, by Parquet's own writer or from the fixtures, and shorthands for reading them. */
public final class Files {

  private Files() {}

  /**
   * A file with row groups of exactly these numbers of rows is what {@code rowsPerGroup} asks for.
   */
  public static Path write(Path file, MessageType schema, List<Group> rows, int rowsPerGroup)
      throws IOException {
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withConf(new PlainParquetConfiguration())
            .withType(schema)
            .withRowGroupSize(1L)
            .withMinRowCountForPageSizeCheck(rowsPerGroup)
            .withMaxRowCountForPageSizeCheck(rowsPerGroup)
            .withPageRowCountLimit(7)
            .build()) {
      for (Group row : rows) {
        writer.write(row);
      }
    }
    return file;
  }

  /** A copy, because the tests of other modules find fixtures in a jar. */
  public static Path fixture(String name) {
    try (InputStream in = Objects.requireNonNull(Files.class.getResourceAsStream(name), name)) {
      Path folder = java.nio.file.Files.createTempDirectory("fixture");
      Path copy = folder.resolve(name.substring(name.lastIndexOf('/') + 1));
      java.nio.file.Files.copy(in, copy);
      folder.toFile().deleteOnExit();
      copy.toFile().deleteOnExit();
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static ParquetInput open(Path file) throws IOException, UnreadableParquetException {
    return ParquetInput.open(FileSystems.matchSingleFileSpec(file.toString()));
  }

  /** The rows of a file as text, read in splits of at most so many rows. */
  static List<String> rows(Path file, long maxRowsPerSplit)
      throws IOException, UnreadableParquetException {
    List<String> rows = new ArrayList<>();
    for (ParquetSplit split : open(file).splits(maxRowsPerSplit)) {
      groups(split).forEach(group -> rows.add(group.toString()));
    }
    return rows;
  }

  public static List<Group> groups(ParquetSplit split) throws IOException {
    List<Group> groups = new ArrayList<>();
    try (SplitReader reader = SplitReader.open(split)) {
      for (Group row = reader.next(); row != null; row = reader.next()) {
        groups.add(row);
      }
    }
    return groups;
  }

  /** Copies all rows, in splits, appending the same scores to each. */
  static Path score(Path file, Path output, List<ScoredColumn> columns, ScoredRow scores)
      throws IOException, UnreadableParquetException {
    ParquetInput input = open(file);
    try (FileChannel out =
            FileChannel.open(output, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        ScoredParquetWriter writer =
            ScoredParquetWriter.open(out, input.schema(), columns, Map.of("by", "a test"))) {
      for (ParquetSplit split : input.splits(11)) {
        for (Group row : groups(split)) {
          writer.write(row, scores);
        }
      }
    }
    return output;
  }
}
