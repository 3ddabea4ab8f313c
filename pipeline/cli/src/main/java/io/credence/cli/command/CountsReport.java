package io.credence.cli.command;

import io.credence.beam.ModelRef;
import io.credence.beam.ScoringMetrics;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of records.
 *
 * @param model what scored them
 * @param scored how many were scored
 * @param deadLetters how many were not, by code
 */
record CountsReport(ModelRef model, long scored, Map<String, Long> deadLetters) {

  /** What metrics say. */
  static CountsReport of(ModelRef model, Map<String, Long> counters) {
    TreeMap<String, Long> letters = new TreeMap<>();
    counters.forEach(
        (name, n) -> {
          if (name.startsWith(ScoringMetrics.DEAD_LETTERS_PREFIX) && n > 0) {
            letters.put(name.substring(ScoringMetrics.DEAD_LETTERS_PREFIX.length()), n);
          }
        });
    return new CountsReport(model, counters.getOrDefault(ScoringMetrics.SCORED, 0L), letters);
  }

  long read() {
    return scored + dead();
  }

  long dead() {
    return deadLetters.values().stream().mapToLong(Long::longValue).sum();
  }

  void print(Printer out) {
    line(out, "model", model.name() + " " + model.version());
    line(out, "read", read());
    line(out, "scored", scored);
    line(out, "dead letters", dead());
    deadLetters.forEach((code, n) -> line(out, "  " + code, n));
  }

  static void line(Printer out, String name, long count) {
    line(out, name, String.format(Locale.ROOT, "%,d", count));
  }

  static void line(Printer out, String name, String value) {
    out.println("%-26s %s".formatted(name, value));
  }
}
