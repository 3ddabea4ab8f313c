package io.credence.jobs.scoring;

import java.util.Arrays;
import java.util.Locale;

/** How often what a message was made into can be seen after machines were lost. */
public enum Delivery {
  /** Once or several times, the same to the bit each time. */
  AT_LEAST_ONCE,
  /** Once, by who reads committed messages alone. */
  EXACTLY_ONCE;

  /**
   * Reads {@code at-least-once} or {@code exactly-once}.
   *
   * @throws IllegalArgumentException when it is neither
   */
  public static Delivery parse(String text) {
    return Arrays.stream(values())
        .filter(delivery -> delivery.toString().equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("must be at-least-once or exactly-once"));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
