package io.credence.cli.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.credence.beam.ModelRef;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of scored records in the shadow.
 *
 * @param model the challenger
 * @param compared how many records have a score of both models
 * @param failed how many have one of the champion alone
 * @param failures why, by dead letter's code, FAILED or OVER_BUDGET
 * @param output where comparisons are
 */
public record ShadowReport(
    ModelName model,
    long compared,
    long failed,
    @JsonProperty("failures_by_code") SortedMap<String, Long> failures,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String output) {

  /** Counts of records. */
  public static ShadowReport of(ModelRef challenger, long compared, Map<String, Long> failures) {
    return new ShadowReport(
        ModelName.of(challenger),
        compared,
        failures.values().stream().mapToLong(Long::longValue).sum(),
        new TreeMap<>(failures),
        null);
  }

  /** With the place of its comparisons. */
  public ShadowReport withOutput(String place) {
    return new ShadowReport(model, compared, failed, failures, place);
  }
}
