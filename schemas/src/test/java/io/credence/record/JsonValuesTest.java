package io.credence.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonValuesTest {

  /** What a few bytes can say is written in a few bytes. */
  @ParameterizedTest
  @CsvSource({
    "12.50, 12.50",
    "1E+3, 1000",
    "-0.001, -0.001",
    "1E-1001, 1E-1001",
    "12E+1001, 1.2E+1002",
    "1E-1500000000, 1E-1500000000",
    "-1E+2147483647, -1E+2147483647"
  })
  void decimals(BigDecimal decimal, String text) throws IOException {
    StringWriter written = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(written)) {
      JsonValues.write(decimal, out);
    }
    assertThat(written).hasToString(text);
    assertThat(new BigDecimal(text)).isEqualByComparingTo(decimal);
  }
}
