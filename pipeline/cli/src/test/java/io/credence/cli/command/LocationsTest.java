package io.credence.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocationsTest {

  @ParameterizedTest
  @CsvSource({
    "file:///in/a.parquet,/in/a.parquet",
    "file:/in/a.parquet,/in/a.parquet",
    "file://localhost/in/a.parquet,/in/a.parquet",
    "file://localhost/in/x[1]/*.parquet,/in/x[1]/*.parquet",
    "file:///localhost/a.parquet,/localhost/a.parquet",
    "file:///in/a%20b.parquet,/in/a b.parquet",
    "file:///in/part-?.parquet,/in/part-?.parquet",
    "/in/x/../a.parquet,/in/a.parquet",
    "s3://in//a.parquet,s3://in//a.parquet"
  })
  void filesOfThisMachineAreAbsolutePaths(String location, String absolute) {
    assertThat(Locations.absolute(location)).isEqualTo(absolute);
  }
}
