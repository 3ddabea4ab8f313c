package io.credence.pipeline.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read of a message, and that all else of it stays. */
class JsonMessageTest {

  private final JsonMessage message = new JsonMessage(List.of("a", "b"), List.of("y_pred"));

  private void read(String text) throws UnscorableException {
    message.read(text.getBytes(UTF_8));
  }

  private String with(String fields) {
    return new String(message.with(fields.getBytes(UTF_8)), UTF_8);
  }

  @Test
  void values() throws UnscorableException {
    read("{\"b\": 1.5, \"more\": {\"a\": 9}, \"a\": 2}");
    assertThat(message.value(0)).isEqualTo(2);
    assertThat(message.value(1)).isEqualTo(1.5);
    read("{\"a\": 123456789012345678901234567890, \"b\": \"é\"}");
    assertThat(message.value(0)).isEqualTo(new BigInteger("123456789012345678901234567890"));
    assertThat(message.value(1)).isEqualTo("é");
    read("{\"a\": true}");
    assertThat(message.value(0)).isEqualTo(true);
    assertThat(message.value(1)).as("of the message before").isNull();
    read("{\"a\": null, \"b\": [1, {\"c\": 2}]}");
    assertThat(message.value(0)).isNull();
    assertThat(message.value(1)).as("no feature takes it").isNotNull();
  }

  @Test
  void whatItHasStaysToTheByte() throws UnscorableException {
    read(" { \"a\" : 1.10 ,\"é\":[ 1e400 , {} ] } \n");
    assertThat(with("\"y\":1")).isEqualTo(" { \"a\" : 1.10 ,\"é\":[ 1e400 , {} ] ,\"y\":1} \n");
    read("{}");
    assertThat(with("\"y\":1")).isEqualTo("{\"y\":1}");
    read("{\"c\":{}}");
    assertThat(with("\"y\":1")).isEqualTo("{\"c\":{},\"y\":1}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "~~                          | JSON object",
        "no                          | JSON object",
        "[1]                         | JSON object",
        "{\"a\": 1                   | JSON object",
        "{\"a\": 1}{}                | more follows",
        "{\"a\": 1} x                | JSON object",
        "{\"a\": 1, \"a\": 2}        | has a field 'a' twice",
        "{\"a\": null, \"a\": 2}     | has a field 'a' twice",
        "{\"y_pred\": 1}             | has a field 'y_pred' already",
      })
  void isNoMessage(String text, String reason) {
    assertThatExceptionOfType(UnscorableException.class)
        .isThrownBy(() -> read(text))
        .satisfies(e -> assertThat(e.code()).isEqualTo(DeadLetterCode.UNDECODABLE))
        .withMessageContaining(reason);
  }

  @Test
  void aTombstone() {
    assertThatExceptionOfType(UnscorableException.class)
        .isThrownBy(() -> message.read(null))
        .withMessageContaining("no value");
  }
}
