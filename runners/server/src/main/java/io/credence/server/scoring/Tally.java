package io.credence.server.scoring;

import io.credence.deadletter.DeadLetterCode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** How many records were scored with a model, and how many were not, by code. Thread-safe. */
public final class Tally {

  private final LongAdder scored = new LongAdder();
  private final Map<DeadLetterCode, LongAdder> deadLetters = new EnumMap<>(DeadLetterCode.class);

  Tally() {
    for (DeadLetterCode code : DeadLetterCode.values()) {
      deadLetters.put(code, new LongAdder());
    }
  }

  void scored() {
    scored.increment();
  }

  void deadLetter(DeadLetterCode code) {
    Objects.requireNonNull(deadLetters.get(code)).increment();
  }

  /** How many were scored. */
  public long scoredCount() {
    return scored.sum();
  }

  /** How many were not scored for a reason. */
  public long deadLetterCount(DeadLetterCode code) {
    return Objects.requireNonNull(deadLetters.get(code)).sum();
  }
}
