package io.credence.beam;

import io.credence.deadletter.DeadLetterCode;
import java.io.Serializable;
import java.util.EnumMap;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;

/**
 * The counters that scoring keeps, in the namespace {@code credence}: {@code records_scored} and
 * {@code dead_letters_CODE}. They serve those who watch a job; a runner may count retries twice.
 */
public final class ScoringMetrics implements Serializable {

  private static final long serialVersionUID = 1;

  public static final String NAMESPACE = "credence";
  public static final String SCORED = "records_scored";
  public static final String DEAD_LETTERS_PREFIX = "dead_letters_";

  private final Counter scored = Metrics.counter(NAMESPACE, SCORED);
  private final EnumMap<DeadLetterCode, Counter> deadLetters = new EnumMap<>(DeadLetterCode.class);

  public ScoringMetrics() {
    for (DeadLetterCode code : DeadLetterCode.values()) {
      deadLetters.put(code, Metrics.counter(NAMESPACE, DEAD_LETTERS_PREFIX + code.name()));
    }
  }

  public void scored(long records) {
    scored.inc(records);
  }

  public void deadLetter(DeadLetterCode code) {
    Counter counter = deadLetters.get(code);
    if (counter != null) {
      counter.inc();
    }
  }
}
