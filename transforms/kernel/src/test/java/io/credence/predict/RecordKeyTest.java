package io.credence.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordKeyTest {

  @Test
  void aNumberHasOneTextInEveryFormat() {
    for (Object key :
        List.of(
            17, 17L, (short) 17, (byte) 17, 17.0, 17f, BigInteger.valueOf(17), decimal("1.7e1"))) {
      assertThat(RecordKey.text(key)).as(key.getClass().getName()).isEqualTo("17");
    }
    assertThat(RecordKey.text("17")).isEqualTo("17");
    assertThat(RecordKey.text(true)).isEqualTo("true");
  }

  @ParameterizedTest
  @CsvSource({
    "-0.0, 0",
    "0.10, 0.1",
    "-2.50, -2.5",
    "100000.0, 100000",
    "2E20, 2.0E20",
    "2e-3, 0.002",
    "2E23, 2.0E23"
  })
  void realNumbersAndDecimalsAreWrittenAlike(String number, String text) {
    assertThat(RecordKey.text(Double.valueOf(number))).isEqualTo(text);
    assertThat(RecordKey.text(decimal(number))).isEqualTo(text);
  }

  @Test
  void whatNoDoubleHoldsKeepsItsDigits() {
    assertThat(RecordKey.text(decimal("0.10000000000000000001")))
        .isEqualTo("0.10000000000000000001");
    assertThat(RecordKey.text(new BigInteger("9007199254740993"))).isEqualTo("9007199254740993");
    assertThat(RecordKey.text(decimal("1E+1000000000"))).isEqualTo("1E+1000000000");
  }

  @Test
  void listsAreNone() {
    assertThat(RecordKey.canonical(List.of(1))).isNull();
    assertThat(RecordKey.canonical(null)).isNull();
    assertThatThrownBy(() -> RecordKey.text(List.of(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static BigDecimal decimal(String text) {
    return new BigDecimal(text);
  }
}
