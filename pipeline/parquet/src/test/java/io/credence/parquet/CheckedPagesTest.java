package io.credence.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much the pages of all columns may take together. */
class CheckedPagesTest {

  private static final int MIB = 1 << 20;

  private static MessageType schema(int columns) {
    return MessageTypeParser.parseMessageType(
        IntStream.range(0, columns)
            .mapToObj("required binary c%d;"::formatted)
            .collect(Collectors.joining(" ", "message m { ", " }")));
  }

  private static ParquetSplit file(Path file, int columns, int bytes) throws Exception {
    Group row = new SimpleGroupFactory(schema(columns)).newGroup();
    Binary value = Binary.fromConstantByteArray(new byte[bytes]);
    IntStream.range(0, columns).forEach(column -> row.add(column, value));
    Files.write(file, schema(columns), List.of(row), 1);
    return new ParquetSplit(
        file.toString(),
        java.nio.file.Files.size(file),
        0,
        1,
        MIB,
        PathColumns.NONE,
        OutputSchema.OF_FILE);
  }

  /** A thousand pages of 10 kB are more than four of 1 MiB. */
  @Test
  void manyColumnsMayTakeMoreThanFewLargePages(@TempDir Path folder) throws Exception {
    ParquetSplit split = file(folder.resolve("wide.parquet"), 1_000, 10_000);
    assertThat(Files.groups(split)).hasSize(1);
  }

  @Test
  void aPageBeyondItsOwnLimitIsRefused(@TempDir Path folder) throws Exception {
    ParquetSplit split = file(folder.resolve("large.parquet"), 10, 2 * MIB);
    assertThatThrownBy(() -> Files.groups(split)).hasMessageContaining("--maxPageBytes=1048576");
  }

  @Test
  void theLargerOfTwoLimitsHolds() {
    assertThat(CheckedPages.mostBytes(1L << 28, 20)).isEqualTo(1L << 30);
    assertThat(CheckedPages.mostBytes(1L << 28, 1_000)).isEqualTo(4_000L << 20);
  }
}
