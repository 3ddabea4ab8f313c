package io.credence.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.Test;

final class ReadRangeTest {

  private static final TreeMap<Integer, Long> STARTS = new TreeMap<>(Map.of(0, 5L, 1, 0L));
  private static final ReadRange WITHOUT_END = new ReadRange(STARTS, null);
  private static final ReadRange WITH_END =
      new ReadRange(STARTS, new TreeMap<>(Map.of(0, 7L, 1, 0L)));

  @Test
  void withoutEnd() {
    assertThat(WITHOUT_END.isBounded()).isFalse();
    assertThat(WITHOUT_END.has(2)).isTrue();
    assertThat(WITHOUT_END.isOver(0, Long.MAX_VALUE)).isFalse();
    assertThat(WITHOUT_END.isOver(Map.of())).isFalse();
  }

  @Test
  void withEnd() {
    assertThat(WITH_END.has(2)).isFalse();
    assertThat(WITH_END.isOver(0, 6)).isFalse();
    assertThat(WITH_END.isOver(0, 7)).isTrue();
    assertThat(WITH_END.isOver(1, 0)).isTrue();
    assertThat(WITH_END.isOver(Map.of(0, 6L))).isFalse();
    assertThat(WITH_END.isOver(Map.of(0, 7L))).isTrue();
  }

  @Test
  void eachPartitionHasOneReader() {
    TopicSource source =
        new TopicSource(
            new TopicLocation("localhost:1", "t"),
            WITHOUT_END,
            "group",
            true,
            new ClientSettings(null),
            null);
    var readers = source.split(3, PipelineOptionsFactory.create());
    for (int partition = 0; partition < 10; partition++) {
      int p = partition;
      assertThat(readers).filteredOn(reader -> reader.reads(p)).hasSize(1);
    }
  }
}
