package io.credence.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that are kept, named by what is wrong with them: made for this, or from Apache's
 * parquet-testing.
 */
class BadFilesTest {

  private static Path bad(String name) {
    return Files.fixture("bad/" + name + ".parquet");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          decimal-of-two-billion-digits | damaged: column price is a decimal(2000000000, 2000000000)
          list-of-two-billion           | damaged: its footer cannot be understood (Length exceeded
          row-group-of-fewer-rows       | damaged: column x in row group 0 says 5 values for 2 rows
          names-twice                   | has two columns named 'x'
          column-twice                  | has two columns named 'a'
          no-columns                    | has no columns
          summary                       | is a summary of other files, and holds no rows itself; name those, such as p0.parquet
          chunk-beyond-footer           | says it has 322 bytes from position 129 on, but columns lie between 4 and 291
          type-unknown                  | damaged: its footer cannot be understood (Required field 'type'
          """)
  void footersThatAreWrong(String name, String problem) {
    Path file = bad(name);
    assertThatThrownBy(() -> Files.open(file))
        .isInstanceOf(UnreadableParquetException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(problem)
        .message()
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"_metadata", "_common_metadata"})
  void aSchemaThatIsNamedLikeASummary(String name, @TempDir Path folder) throws Exception {
    Path file = Files.write(folder.resolve(name), AllTypes.SCHEMA, List.of(), 1);
    assertThatThrownBy(() -> Files.open(file))
        .isInstanceOf(UnreadableParquetException.class)
        .hasMessage(file + ": is a summary of other files, and holds no rows itself; name those");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          page-of-700-mb              | column junk: could not decompress page: a page unpacks to 700000010 bytes, more than --maxPageBytes=268435456; set more
          dictionary-of-negative-size | the file is damaged (column z: a dictionary says -51 values in 400 bytes)
          first-level-not-zero        | the file is damaged (column x.list.element: its first value does not begin a row
          data-cut-short              | the file is damaged (Can't read value in column [flba_field]
          page-of-1.6-gb              | the file is damaged (column m.key_value.value: a page says it has 1610470909 bytes, but 18 are left)
          page-of-more-values         | Expected 1 values in column chunk at
          """)
  void pagesThatAreWrong(String name, String problem) {
    Path file = bad(name);
    assertThatThrownBy(() -> Files.rows(file, 1_000_000))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + ": row ")
        .hasMessageContaining(" in row group 0 cannot be read: ")
        .hasMessageContaining(problem)
        .message()
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"variant", "writer-without-version", "geometry"})
  void filesThatAreOdd(String name) throws Exception {
    Path file = Files.fixture("odd/" + name + ".parquet");
    assertThat(Files.rows(file, 100)).hasSize((int) Files.open(file).rows()).isNotEmpty();
  }

  @Test
  void brotli() throws Exception {
    assertThat(Files.rows(Files.fixture("odd/brotli.parquet"), 100))
        .hasSize(300)
        .allMatch(row -> row.contains("s: one") || row.contains("s: two"));
  }
}
