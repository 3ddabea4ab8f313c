package io.credence.messages.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the query of a location says, and what is refused. */
class EncodingTest {

  @Test
  void encodings() {
    assertThat(Encoding.parse(null)).isEqualTo(new Encoding.Json());
    assertThat(Encoding.parse("format=json")).isEqualTo(new Encoding.Json());
    assertThat(Encoding.parse("format=avro&schema=a/my flight=1.avsc"))
        .isEqualTo(new Encoding.AvroFile("a/my flight=1.avsc"));
    assertThat(Encoding.parse("registry=http://r:8080/apis/ccompat/v7&format=avro"))
        .isEqualTo(new Encoding.AvroRegistry(URI.create("http://r:8080/apis/ccompat/v7")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "~~                                    | '?': a topic has no such parameter",
        "format=xml                            | '?format=xml': there are ?format=json and",
        "format=json&format=json               | '?format' is given twice",
        "format=json&color=red                 | '?color': a topic has no such parameter; it has",
        "format=json&                          | '?': a topic has no such parameter",
        "format                                | '?format' has no value",
        "format=                               | '?format' has no value",
        "schema=f.avsc                         | '?schema' is for ?format=avro alone",
        "format=json&registry=http://r:1       | '?registry' is for ?format=avro alone",
        "format=avro                           | but none is given",
        "format=avro&schema=f&registry=http://r| but both are given",
        "format=avro&registry=r:8081           | must be a URL such as http://HOST:8081",
        "format=avro&registry=ftp://r          | must be a URL such as http://HOST:8081",
        "format=avro&registry=http://r/?a=b    | must be a URL such as http://HOST:8081",
        "format=avro&registry=http://a b       | must be a URL such as http://HOST:8081",
      })
  void refused(String query, String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Encoding.parse(query))
        .withMessageContaining(reason);
  }

  @Test
  void aPasswordIsNotRepeated() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Encoding.parse("format=avro&registry=http://me:secret@r:8081"))
        .withMessageContaining("basic.auth.user.info")
        .withMessageNotContaining("secret");
  }
}
