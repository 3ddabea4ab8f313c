package io.credence.jobs.sink.rolling;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.credence.deadletter.DeadLetterCode;
import java.util.Map;
import java.util.TreeMap;

/** How many messages were scored, and how many were not, by code. */
public final class Counts {

  @JsonProperty private long scored;

  @JsonProperty("dead_letters")
  private final Map<String, Long> deadLetters = new TreeMap<>();

  Counts() {}

  void addScored() {
    scored++;
  }

  void addDeadLetter(DeadLetterCode code) {
    deadLetters.merge(code.name(), 1L, Long::sum);
  }

  void add(Counts other) {
    scored += other.scored;
    other.deadLetters.forEach((code, n) -> deadLetters.merge(code, n, Long::sum));
  }

  public long scored() {
    return scored;
  }

  /** By code. */
  public Map<String, Long> deadLetters() {
    return deadLetters;
  }
}
