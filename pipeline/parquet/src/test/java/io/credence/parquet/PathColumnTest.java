package io.credence.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A column that a file has itself, and its path as well. */
class PathColumnTest {

  private static boolean isSame(PrimitiveTypeName type, Object stored, String path) {
    Type column = Types.optional(type).named("x");
    return new PathColumn("x", PathColumn.Kind.NUMBER, path).isSame(stored, column);
  }

  /** A float is nearest to 0.1, and is another number as a double. */
  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1, true",
    "0.1, 0.10, true",
    "0.1, 0.2, false",
    "16777216, 16777216, true",
    "0.5, 0.5000001, false",
    "NaN, NaN, true",
    "Infinity, 1, false"
  })
  void floats(float stored, String path, boolean same) {
    assertThat(isSame(PrimitiveTypeName.FLOAT, (double) stored, path)).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource({"0.1, 0.10, true", "0.1, 0.1000000000000000055, true", "0.1, 0.10000001, false"})
  void doubles(double stored, String path, boolean same) {
    assertThat(isSame(PrimitiveTypeName.DOUBLE, stored, path)).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource({
    "3, 3, true",
    "3, 03, true",
    "3, 3.5, false",
    "9007199254740993, 9007199254740992, false"
  })
  void integers(long stored, String path, boolean same) {
    assertThat(isSame(PrimitiveTypeName.INT64, stored, path)).isEqualTo(same);
  }
}
