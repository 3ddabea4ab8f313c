package io.credence.cli.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.credence.beam.ModelRef;
import io.credence.beam.ScoringMetrics;
import io.credence.cli.text.Fields;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of records.
 *
 * @param model what scored them
 * @param read how many there were: scored + dead letters
 * @param scored how many were scored
 * @param deadLetters how many were not
 */
public record CountsReport(ModelName model, long read, long scored, DeadLetters deadLetters)
    implements Report {

  static final int WIDTH = 27;

  /** Records that were not scored, all of them and by code. */
  record DeadLetters(long total, @JsonProperty("by_code") SortedMap<String, Long> byCode) {

    static DeadLetters of(Map<String, Long> byCode) {
      long total = byCode.values().stream().mapToLong(Long::longValue).sum();
      return new DeadLetters(total, Collections.unmodifiableSortedMap(new TreeMap<>(byCode)));
    }
  }

  /**
   * Counts of records.
   *
   * @param deadLetters how many were not scored, by code
   */
  public static CountsReport of(ModelRef model, long scored, Map<String, Long> deadLetters) {
    DeadLetters letters = DeadLetters.of(deadLetters);
    return new CountsReport(ModelName.of(model), scored + letters.total(), scored, letters);
  }

  /** What metrics say. */
  public static CountsReport of(ModelRef model, Map<String, Long> counters) {
    Map<String, Long> letters = new TreeMap<>();
    counters.forEach(
        (name, n) -> {
          if (name.startsWith(ScoringMetrics.DEAD_LETTERS_PREFIX) && n > 0) {
            letters.put(name.substring(ScoringMetrics.DEAD_LETTERS_PREFIX.length()), n);
          }
        });
    return of(model, counters.getOrDefault(ScoringMetrics.SCORED, 0L), letters);
  }

  /** How many were not scored. */
  public long dead() {
    return deadLetters.total();
  }

  Fields fields() {
    return new Fields(WIDTH)
        .add("model", model.toString())
        .add("read", read)
        .add("scored", scored)
        .add("dead letters", deadLetters.total(), deadLetters.byCode());
  }

  @Override
  public List<String> lines() {
    return fields().lines();
  }
}
