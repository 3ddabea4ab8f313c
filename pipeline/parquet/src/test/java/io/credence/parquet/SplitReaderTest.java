package io.credence.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitReaderTest {

  private final Path folder;

  SplitReaderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Path allTypes() throws IOException {
    return Files.write(folder.resolve("all.parquet"), AllTypes.SCHEMA, AllTypes.rows(100), 30);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 29, 30, 31, 60, 1_000})
  void splitsOfAnySizeGiveTheSameRowsWithAPageIndex(long maxRows) throws Exception {
    List<String> written = AllTypes.rows(100).stream().map(Group::toString).toList();
    assertThat(Files.rows(allTypes(), maxRows)).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pandas.parquet", "polars.parquet"})
  void splitsOfAnySizeGiveTheSameRowsWithoutAPageIndex(String fixture) throws Exception {
    Path file = Files.fixture(fixture);
    List<String> whole = Files.rows(file, 1_000);
    assertThat(whole).hasSize(40).doesNotHaveDuplicates();
    for (long maxRows : new long[] {1, 3, 24, 25, 26}) {
      assertThat(Files.rows(file, maxRows)).isEqualTo(whole);
    }
  }

  @Test
  void aRowKnowsItsPlaceInTheFile() throws Exception {
    ParquetInput input = Files.open(allTypes());
    assertThat(input.rows()).isEqualTo(100);
    try (SplitReader reader = SplitReader.open(input.split(58, 3))) {
      for (long row = 58; row <= 60; row++) {
        assertThat(reader.next()).isNotNull();
        assertThat(reader.row()).isEqualTo(row);
      }
      assertThat(reader.next()).isNull();
      assertThat(reader.next()).isNull();
      assertThat(reader.row()).isEqualTo(60);
    }
  }

  @Test
  void aFileWithoutRowsHasASchemaAndNoSplits() throws Exception {
    Path file = Files.write(folder.resolve("none.parquet"), AllTypes.SCHEMA, List.of(), 10);
    assertThat(Files.open(file).schema()).isEqualTo(AllTypes.SCHEMA);
    assertThat(Files.open(file).splits(10)).isEmpty();
  }

  @Test
  void aFileThatBecameLargerIsNoticed() throws Exception {
    Path file = allTypes();
    List<ParquetSplit> splits = Files.open(file).splits(60);
    assertThat(Files.groups(splits.get(0))).hasSize(60);
    long before = java.nio.file.Files.size(file);
    java.nio.file.Files.delete(file);
    Files.write(file, AllTypes.SCHEMA, AllTypes.rows(200), 30);
    long after = java.nio.file.Files.size(file);
    assertThat(after).isGreaterThan(before);
    assertThatThrownBy(() -> SplitReader.open(splits.get(1)))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "%s: has %d bytes, but had %d before; files must not change while they are read",
            file, after, before);
  }

  @Test
  void aFileWithFewerRowsIsNoticed() throws Exception {
    ParquetSplit split = Files.open(allTypes()).split(90, 11);
    assertThatThrownBy(() -> SplitReader.open(split))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("all.parquet: has 100 rows, but had at least 101 before");
  }

  @Test
  void aMissingFileIsNoticed() {
    ParquetSplit split = new ParquetSplit(folder.resolve("gone.parquet").toString(), 100, 0, 1);
    assertThatThrownBy(() -> SplitReader.open(split)).isInstanceOf(IOException.class);
  }
}
