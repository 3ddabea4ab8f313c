package io.credence.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names and figures are the same in every country: programs read them too. */
class LocaleTest {

  private final Locale usual = Locale.getDefault();
  private final Gauge gauge;

  LocaleTest(@TempDir Path folder) {
    gauge = new Gauge(folder);
  }

  @BeforeEach
  void whereDigitsAreOthers() {
    Locale.setDefault(Locale.forLanguageTag("ar-EG"));
    assertThat(String.format(Locale.getDefault(), "%d", 1)).isNotEqualTo("1");
  }

  @AfterEach
  void home() {
    Locale.setDefault(usual);
  }

  @Test
  void inEgypt() {
    gauge.input("in/a.parquet", List.of(Gauge.rows(1).get(0), Gauge.row(1, null, 1.0, "a")));
    Run run = gauge.score().done();
    assertThat(String.join("\n", run.out())).isNotEmpty().matches("[\\p{ASCII}]+");
    assertThat(gauge.names("out"))
        .containsExactly("_manifest.json", "dead-letters", "part-00000-of-00001.parquet");
    assertThat(gauge.scored("out")).hasSize(1);
    gauge.score("--overwrite").done();
    assertThat(gauge.letters("out/dead-letters")).hasSize(1);
    Run inspected = Run.of("inspect", "--model=" + gauge.path("model")).done();
    assertThat(String.join("\n", inspected.out())).isNotEmpty().doesNotContainPattern("[٠-٩]");
  }
}
