package io.credence.cluster.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.credence.kit.process.Checkout;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page for people in a browser: it is filled in, sent, and shows its picture. */
@Timeout(120)
class PageIT {

  /** The ratio of two colours' luminances, as the WCAG define it. */
  private static final String CONTRAST =
      """
      (() => {
        const light = colour => {
          const parts = colour.match(/[0-9.]+/g).slice(0, 3).map(each => each / 255)
              .map(each => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4);
          return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
        };
        const behind = element => {
          for (; element; element = element.parentElement) {
            const colour = getComputedStyle(element).backgroundColor;
            if (!/, 0\\)$/.test(colour)) return colour;
          }
          return matchMedia('(prefers-color-scheme: dark)').matches ? 'rgb(18, 18, 18)' : 'rgb(255, 255, 255)';
        };
        return Math.min(...[...document.querySelectorAll('body *')]
            .filter(each => each.offsetParent && [...each.childNodes].some(node => node.nodeType == 3 && node.data.trim()))
            .map(each => [light(getComputedStyle(each).color), light(behind(each))].sort((a, b) => b - a))
            .map(pair => (pair[0] + 0.05) / (pair[1] + 0.05)));
      })()
      """;

  private static final double LEGIBLE = 4.5;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"light, 1280", "dark, 1280", "light, 360"})
  void isFilledInAndShowsAPicture(String colours, int width) throws Exception {
    Optional<Path> chromium = Browser.find();
    assumeThat(chromium).as("a Chromium in the PATH of this machine").isPresent();
    try (Server server = Server.start(folder, Checkout.FLIGHTS);
        Browser browser = new Browser(chromium.get(), folder)) {
      browser.look(width, 1000, colours);
      browser.open("http://127.0.0.1:" + server.port() + "/");
      browser.value("document.querySelector('[name=\"data.dep_delay\"]').value = 'late'");
      browser.value("document.querySelector('button').click()");
      browser.await("document.querySelector('[aria-invalid]') != null");
      assertThat(browser.value("document.querySelector('[aria-invalid]').name").asText())
          .isEqualTo("data.dep_delay");
      assertLegible(browser);
      browser.value("document.querySelector('[name=\"data.dep_delay\"]').value = '42.5'");
      browser.value("document.querySelector('button').click()");
      browser.await("document.querySelector('svg') != null && document.readyState == 'complete'");
      assertThat(
              browser.value("document.querySelector('[name=\"data.dep_delay\"]').value").asText())
          .isEqualTo("42.5");
      assertLegible(browser);
      assertThat(
              browser.value("document.querySelector('svg').getBoundingClientRect().height").asInt())
          .isGreaterThan(100);
      assertThat(browser.value("document.scripts.length").asInt()).isZero();
      assertThat(
              browser
                  .value(
                      "performance.getEntriesByType('resource')"
                          + ".filter(each => !each.name.startsWith(location.origin)).length")
                  .asInt())
          .isZero();
      browser.photograph(Path.of("target/pages/%s-%s.png".formatted(colours, width)));
    }
  }

  /** Nothing is wider than the window, and each text stands out from what is behind it. */
  private static void assertLegible(Browser browser) throws Exception {
    assertThat(browser.value("document.documentElement.scrollWidth <= innerWidth").asBoolean())
        .isTrue();
    assertThat(browser.value(CONTRAST).doubleValue()).isGreaterThanOrEqualTo(LEGIBLE);
  }
}
