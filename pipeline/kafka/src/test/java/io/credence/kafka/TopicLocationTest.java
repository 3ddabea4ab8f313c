package io.credence.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Topics as options name them. */
class TopicLocationTest {

  @Test
  void brokersAndTopic() {
    assertThat(TopicLocation.parse("kafka://a:9092,b:9093/my.topic-1_x?format=json"))
        .isEqualTo(new TopicLocation("a:9092,b:9093", "my.topic-1_x"));
    assertThat(TopicLocation.parse("kafka://a:1/t")).hasToString("kafka://a:1/t");
  }

  @Test
  void query() {
    assertThat(TopicLocation.query("kafka://a:1/t")).isNull();
    assertThat(TopicLocation.query("kafka://a:1/t?format=avro&registry=http://b/?c"))
        .isEqualTo("format=avro&registry=http://b/?c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kafka://",
        "kafka://a/t",
        "kafka://a:1",
        "kafka://a:1/",
        "kafka://a:1/t/u",
        "kafka://a:1,/t",
        "kafka://a:x/t",
        "folder"
      })
  void noTopics(String location) {
    assertThatIllegalArgumentException().isThrownBy(() -> TopicLocation.parse(location));
  }
}
