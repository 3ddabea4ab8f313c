package io.credence.messages;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        "{\"a\": 01}                 | JSON object",
        "{\"a\": 1e99999999999}      | a number too large for any use in the field 'a'",
        "{\"c\": NaN}                | JSON object",
        "{\"c\": -Infinity}          | JSON object",
        "{\"c\": +1}                 | JSON object",
        "{\"c\": .5}                 | JSON object",
        "{\"c\": 'x'}                | JSON object",
        "{\"c\": 1,}                 | JSON object",
        "{\"c\": 1} /* x */          | JSON object",
        "{\"c\": \"\\x\"}        | JSON object",
        "\uFEFF{\"a\": 1}           | begins with a byte-order mark",
        "{\"\\u0061\": 1, \"a\": 2} | has a field 'a' twice",
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

  /** In a field that no model reads, a key, one that it reads: not UTF-8, each in its own way. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"c\":\"?\"} | ff     | 6",
        "{\"c\":\"?\"} | c0af   | 6",
        "{\"c\":\"?\"} | e080af | 6",
        "{\"c\":\"?\"} | eda080 | 6",
        "{\"c\":\"?\"} | f4908080 | 6",
        "{\"c\":\"?\"} | c3     | 6",
        "{\"c\":\"?\"} | 80     | 6",
        "{\"c\":[{\"d\":[\"12345678?\"]}]} | fe | 21",
        "{\"?\":1}      | ff     | 2",
        "{\"a\":\"?\"} | c328   | 6",
        "{\"c\":1}?      | ff     | 7",
      })
  void isNotUtf8(String text, String hex, int at) {
    String[] parts = text.split("\\?", -1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(parts[0].getBytes(UTF_8));
    bytes.writeBytes(HexFormat.of().parseHex(hex));
    bytes.writeBytes(parts[1].getBytes(UTF_8));
    assertThatExceptionOfType(UnscorableException.class)
        .isThrownBy(() -> message.read(bytes.toByteArray()))
        .satisfies(e -> assertThat(e.code()).isEqualTo(DeadLetterCode.UNDECODABLE))
        .withMessage("must be a JSON object in UTF-8, but is not UTF-8 at byte " + at);
  }

  @Test
  void otherUnicode() throws UnscorableException {
    read("{\"a\":\"𝄞 \\ud834\\udd1e\",\"c\":\"\\ud800 ist hier Text\"}");
    assertThat(message.value(0)).isEqualTo("𝄞 𝄞");
    for (Charset charset : List.of(UTF_16, UTF_16LE, UTF_16BE, Charset.forName("UTF-32"))) {
      assertThatExceptionOfType(UnscorableException.class)
          .as(charset.name())
          .isThrownBy(() -> message.read("{\"a\":1}".getBytes(charset)))
          .withMessageStartingWith("must be a JSON object");
    }
  }

  /** A key of such could be any other such, and no dead letter could show it. */
  @ParameterizedTest
  @ValueSource(strings = {"\\ud800", "x\\udc00", "\\ud800\\ud800\\udc00", "\\udc00\\ud800"})
  void halfACharacter(String escaped) {
    assertThatExceptionOfType(UnscorableException.class)
        .isThrownBy(() -> read("{\"a\":\"" + escaped + "\"}"))
        .withMessage("has half a surrogate pair in the field 'a'");
  }

  @Test
  void numbersBeyondDoubles() throws UnscorableException {
    read("{\"a\":1e400,\"b\":-2E+2147483647}");
    assertThat(message.value(0)).isEqualTo(new BigDecimal("1e400"));
    assertThat(message.value(1)).isEqualTo(new BigDecimal("-2E+2147483647"));
  }

  @Test
  void aTombstone() {
    assertThatExceptionOfType(UnscorableException.class)
        .isThrownBy(() -> message.read(null))
        .withMessageContaining("no value");
  }
}
