package io.credence.page.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {

  @Test
  void fourDigitsThatMatter() {
    assertThat(Numbers.of(0.951234)).isEqualTo("0.9512");
    assertThat(Numbers.of(-12.5)).isEqualTo("−12.5");
    assertThat(Numbers.of(123456)).isEqualTo("123500");
    assertThat(Numbers.of(0)).isEqualTo("0");
    assertThat(Numbers.of(-0.0)).isEqualTo("0");
  }

  @Test
  void veryLargeAndVerySmallOnesHaveAnExponent() {
    assertThat(Numbers.of(1.25e9)).isEqualTo("1.25e9");
    assertThat(Numbers.of(1.5e-7)).isEqualTo("1.5e−7");
    assertThat(Numbers.of(Double.MAX_VALUE)).isEqualTo("1.798e308");
    assertThat(Numbers.of(Double.MIN_VALUE)).isEqualTo("4.941e−324");
  }

  @Test
  void whatIsNotFinite() {
    assertThat(Numbers.of(Double.NaN)).isEqualTo("–");
    assertThat(Numbers.percent(Double.POSITIVE_INFINITY)).isEqualTo("–");
  }

  @Test
  void sharesAndCounts() {
    assertThat(Numbers.percent(0.95)).isEqualTo("95 %");
    assertThat(Numbers.percent(0.9546)).isEqualTo("95.5 %");
    assertThat(Numbers.count(1234567)).isEqualTo("1,234,567");
  }

  @Test
  void placesAreTenths() {
    assertThat(Numbers.place(12.34)).isEqualTo("12.3");
    assertThat(Numbers.place(-0.04)).isEqualTo("0");
    assertThat(Numbers.place(-0.36)).isEqualTo("-0.4");
    assertThat(Numbers.place(7)).isEqualTo("7");
  }
}
