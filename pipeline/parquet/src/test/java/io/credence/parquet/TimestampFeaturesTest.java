package io.credence.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.credence.model.Feature;
import io.credence.model.FeatureType;
import io.credence.model.TimeScale;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.parquet.example.data.Group;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns of dates and times as features of type timestamp. */
class TimestampFeaturesTest {

  private static final Group ROW = AllTypes.rows(4).get(3);
  private static final FieldCheck CHECK = new FieldCheck(AllTypes.SCHEMA);

  private static Feature feature(String column, String unit) {
    return Feature.named("t", FeatureType.TIMESTAMP)
        .column(column)
        .time(new TimeScale(unit, Instant.EPOCH))
        .build();
  }

  /** old is an INT96, as older tools write it: the day after the epoch and 1,003 ns. */
  @ParameterizedTest
  @CsvSource({
    "date, d, 19003",
    "date, h, 456072",
    "millis, ms, -4",
    "micros, s, 1700000000.000004",
    "nanos, s, 1700000000.000000004",
    "old, d, 1.0000000000116088",
  })
  void areSoManyUnitsSinceTheOrigin(String column, String unit, double expected) throws Exception {
    Feature feature = feature(column, unit);
    assertThat(CHECK.problem(feature)).isEmpty();
    Object value = GroupFields.of(AllTypes.SCHEMA, List.of(column)).value(ROW, 0);
    assertThat(feature.number(Objects.requireNonNull(value)))
        .isCloseTo(expected, within(1e-12 * Math.max(1, expected)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"long", "tmillis", "flag", "bytes", "list"})
  void otherColumnsAreRefusedBeforeTheJob(String column) {
    assertThat(CHECK.problem(feature(column, "d")))
        .hasValueSatisfying(problem -> assertThat(problem).startsWith("Feature 't' must be a"));
  }
}
