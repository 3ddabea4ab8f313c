package io.credence.cli.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.credence.beam.Canary;
import io.credence.beam.ModelRef;
import io.credence.beam.Scoring;
import io.credence.beam.ScoringMetrics;
import io.credence.beam.Shadow;
import io.credence.cli.text.Fields;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of records.
 *
 * @param model what scored them
 * @param read how many there were: scored + dead letters
 * @param scored how many were scored
 * @param deadLetters how many were not
 * @param challenger what became of those that a challenger scored in place of the model; null when
 *     there is none
 * @param shadow what a challenger said of scored records in the shadow; null when there is none
 */
public record CountsReport(
    ModelName model,
    long read,
    long scored,
    DeadLetters deadLetters,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ChallengerReport challenger,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ShadowReport shadow)
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
    return new CountsReport(
        ModelName.of(model), scored + letters.total(), scored, letters, null, null);
  }

  private static @Nullable ShadowReport shadow(Scoring scoring, Map<String, Long> counters) {
    Shadow shadow = scoring.shadow();
    if (shadow == null) {
      return null;
    }
    return ShadowReport.of(
        shadow.challenger(),
        counters.getOrDefault(ScoringMetrics.COMPARED, 0L),
        withPrefix(ScoringMetrics.CHALLENGER_FAILURES_PREFIX, counters));
  }

  private static Map<String, Long> withPrefix(String prefix, Map<String, Long> counters) {
    Map<String, Long> found = new TreeMap<>();
    counters.forEach(
        (name, n) -> {
          if (name.startsWith(prefix) && n > 0) {
            found.put(name.substring(prefix.length()), n);
          }
        });
    return found;
  }

  /** What metrics say. */
  public static CountsReport of(Scoring scoring, Map<String, Long> counters) {
    Map<String, Long> letters = withPrefix(ScoringMetrics.DEAD_LETTERS_PREFIX, counters);
    Canary canary = scoring.canary();
    return of(scoring.model(), counters.getOrDefault(ScoringMetrics.SCORED, 0L), letters)
        .with(
            canary == null
                ? null
                : ChallengerReport.of(
                    canary.challenger(),
                    counters.getOrDefault(ScoringMetrics.CHALLENGER_SCORED, 0L),
                    counters.getOrDefault(ScoringMetrics.CHALLENGER_DEAD_LETTERS, 0L)))
        .with(shadow(scoring, counters));
  }

  /** With what a challenger did. */
  public CountsReport with(@Nullable ChallengerReport other) {
    return new CountsReport(model, read, scored, deadLetters, other, shadow);
  }

  /** With what a challenger said in the shadow. */
  public CountsReport with(@Nullable ShadowReport said) {
    return new CountsReport(model, read, scored, deadLetters, challenger, said);
  }

  /** How many were not scored. */
  public long dead() {
    return deadLetters.total();
  }

  Fields fields() {
    Fields fields =
        new Fields(WIDTH)
            .add("model", model.toString())
            .add("read", read)
            .add("scored", scored)
            .add("dead letters", deadLetters.total(), deadLetters.byCode());
    if (challenger != null) {
      fields
          .add("challenger", challenger.model().toString())
          .add("  scored", challenger.scored())
          .add("  dead letters", challenger.deadLetters());
    }
    if (shadow != null) {
      fields
          .add("challenger", shadow.model().toString())
          .add("compared", shadow.compared())
          .add("challenger failures", shadow.failed(), shadow.failures());
      if (shadow.output() != null) {
        fields.add("comparisons in", shadow.output());
      }
    }
    return fields;
  }

  @Override
  public List<String> lines() {
    return fields().lines();
  }
}
