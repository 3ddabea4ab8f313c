package io.credence.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryLocationTest {

  @ParameterizedTest
  @CsvSource({
    "registry:/models/flights@champion, /models, flights, champion",
    "registry:models/flights@1.2.0+b3, models, flights, 1.2.0+b3",
    "registry:s3://bucket/a@b/flights@champion, s3://bucket/a@b, flights, champion",
    "registry:/models/flights@sha256:0a1b2c3d, /models, flights, sha256:0a1b2c3d",
  })
  void readsEachForm(String location, String registry, String model, String which) {
    RegistryLocation parsed = RegistryLocation.parse(location);
    assertThat(parsed).isEqualTo(new RegistryLocation(registry, model, which));
    assertThat(parsed).hasToString(location);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "registry:/models/flights",
        "registry:flights@champion",
        "registry:/models/flights@",
        "registry:/models/..@champion",
        "registry:/models/flights@cham/pion",
        "registry:/models/flights@sha256:XYZ",
      })
  void refusesOthers(String location) {
    assertThatThrownBy(() -> RegistryLocation.parse(location))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void latestIsReserved() {
    assertThatThrownBy(() -> RegistryLocation.parse("registry:/models/flights@latest"))
        .hasMessageContaining("say the version, or an alias such as champion");
  }
}
