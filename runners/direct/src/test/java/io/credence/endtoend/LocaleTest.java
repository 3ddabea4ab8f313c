package io.credence.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Names and figures are the same in every country: programs read them too. Digits are others in
 * some locales, small letters in Turkish, the year in Thailand, and the day in Apia.
 */
class LocaleTest {

  private final Locale usual = Locale.getDefault();
  private final TimeZone usualZone = TimeZone.getDefault();
  private final Gauge gauge;

  LocaleTest(@TempDir Path folder) {
    gauge = new Gauge(folder);
    gauge.input("in/a.parquet", List.of(Gauge.rows(1).get(0), Gauge.row(1, null, 1.0, "a")));
  }

  @AfterEach
  void home() {
    Locale.setDefault(usual);
    TimeZone.setDefault(usualZone);
  }

  private static void go(String locale, String zone) {
    Locale.setDefault(Locale.forLanguageTag(locale));
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
  }

  @ParameterizedTest
  @CsvSource({
    "tr-TR, Asia/Kathmandu",
    "ar-EG, America/St_Johns",
    "fa-IR, Pacific/Apia",
    "ne-NP, Asia/Kathmandu",
    "my-MM, UTC",
    "bn-BD, America/St_Johns",
    "mr-IN, Pacific/Apia",
    "th-TH-u-ca-buddhist-nu-thai, Asia/Kathmandu",
    "ja-JP-u-ca-japanese, Pacific/Apia"
  })
  void theSameBytesEverywhere(String locale, String zone) {
    go("en", "UTC");
    Run home = gauge.score("--output=" + gauge.path("home")).done();
    go(locale, zone);
    Run abroad = gauge.score("--output=" + gauge.path("abroad")).done();
    assertThat(bytes("abroad")).usingElementComparator(Arrays::compare).isEqualTo(bytes("home"));
    assertThat(gauge.names("abroad")).hasSameSizeAs(gauge.names("home"));
    assertThat(lines(abroad)).isEqualTo(lines(home));
  }

  /** What was scored, and what was not. */
  private List<byte[]> bytes(String output) {
    List<byte[]> bytes = new ArrayList<>();
    Stream.concat(
            gauge.files(output, ".parquet").stream(),
            gauge.files(output + "/dead-letters", ".jsonl").stream())
        .forEach(
            file -> {
              try {
                bytes.add(Files.readAllBytes(file));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    assertThat(bytes).hasSize(2);
    return bytes;
  }

  /** A report without what differs from run to run. */
  private static List<String> lines(Run run) {
    assertThat(String.join("\n", run.out())).isNotEmpty().matches("[\\p{ASCII}]+");
    return run.out().stream()
        .filter(line -> !line.matches("(seconds|records/s|output|dead letters in) .*"))
        .toList();
  }

  @Test
  void inEgypt() {
    go("ar-EG", "Africa/Cairo");
    assertThat(String.format(Locale.getDefault(), "%d", 1)).isNotEqualTo("1");
    gauge.score().done();
    gauge.score("--overwrite").done();
    assertThat(gauge.scored("out")).hasSize(1);
    assertThat(gauge.letters("out/dead-letters")).hasSize(1);
    Run inspected = Run.of("inspect", "--model=" + gauge.path("model")).done();
    assertThat(String.join("\n", inspected.out())).isNotEmpty().doesNotContainPattern("[٠-٩]");
  }
}
