package io.credence.rollout;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a challenger is tried beside a champion.
 *
 * @param champion where the model is that serves, as {@code --model} names it
 * @param challenger where the other one is, likewise
 * @param mode what the challenger does
 * @param share which keys the challenger scores; null for a shadow, which sees all records
 * @param budget how long the challenger may take for a record of a shadow, on average
 */
public record Rollout(
    String champion, String challenger, Mode mode, @Nullable KeyShare share, Duration budget) {

  /** Hundreds of times what a record of 1,000 samples takes. */
  public static final Duration DEFAULT_BUDGET = Duration.ofMillis(10);

  /** What the challenger does. */
  public enum Mode {
    /** It scores what the champion scores, and its scores serve for comparison alone. */
    SHADOW,
    /** It scores the records of a share of all keys, which grows while all is well. */
    CANARY,
    /** It scores the records of a share of all keys, which stays. */
    AB;

    /** As a file and a manifest name it. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
