package io.credence.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ComponentsTest {

  private static final Offset<Double> TINY = within(1e-14);

  private static Components at(double low, double high) {
    Components components = new Components();
    components.set(low, high);
    return components;
  }

  @Test
  void aPointHasThePolynomialsOfLegendre() {
    double u = 0.8;
    assertThat(at(u, u).value(0)).isCloseTo(Math.sqrt(3) * 0.6, TINY);
    assertThat(at(u, u).value(1)).isCloseTo(Math.sqrt(5) * (6 * u * u - 6 * u + 1), TINY);
  }

  @Test
  void anIntervalHasTheirMeans() {
    for (int k = 0; k < Components.COUNT; k++) {
      assertThat(at(0, 1).value(k)).isCloseTo(0, TINY);
      double mean = 0;
      for (int i = 0; i < 10_000; i++) {
        double middle = 0.2 + 0.5 * (i + 0.5) / 10_000;
        mean += at(middle, middle).value(k) / 10_000;
      }
      assertThat(at(0.2, 0.7).value(k)).isCloseTo(mean, within(1e-7));
    }
  }

  @Test
  void aUniformNumberHasMomentsThatAreKnown() {
    Components components = new Components();
    components.expectUniform();
    for (int k = 0; k < Components.COUNT; k++) {
      double square = 0;
      double cube = 0;
      for (int i = 0; i < 100_000; i++) {
        double value = at((i + 0.5) / 100_000, (i + 0.5) / 100_000).value(k);
        square += value * value / 100_000;
        cube += value * value * value / 100_000;
      }
      assertThat(components.square(k)).isCloseTo(square, within(1e-7));
      assertThat(components.cube(k)).isCloseTo(cube, within(1e-7));
    }
  }

  /** Of label and samples, each is equally likely to be the label. */
  @Test
  void momentsAreThoseUnderPermutation() {
    double[] all = {0, 0, 0, 0, 1, 1, 3, 4, 4, 7};
    for (double y : new double[] {0, 1, 3, 7}) {
      double[] samples = without(all, y);
      Components components = new Components();
      components.expectOneOf(samples, samples.length, y);
      for (int k = 0; k < Components.COUNT; k++) {
        double mean = 0;
        double square = 0;
        double cube = 0;
        for (double each : all) {
          double value = component(all, each, k);
          mean += value / all.length;
          square += value * value / all.length;
          cube += value * value * value / all.length;
        }
        assertThat(mean).isCloseTo(0, TINY);
        assertThat(components.square(k)).isCloseTo(square, TINY);
        assertThat(components.cube(k)).isCloseTo(cube, TINY);
      }
    }
  }

  private static double[] without(double[] all, double y) {
    double[] samples = new double[all.length - 1];
    int at = Arrays.binarySearch(all, y);
    System.arraycopy(all, 0, samples, 0, at);
    System.arraycopy(all, at + 1, samples, at, samples.length - at);
    return samples;
  }

  private static double component(double[] all, double y, int k) {
    double less = Arrays.stream(all).filter(each -> each < y).count();
    double atMost = Arrays.stream(all).filter(each -> each <= y).count();
    return at(less / all.length, atMost / all.length).value(k);
  }
}
