package io.credence.cli.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.credence.cli.text.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a run went that came to its end.
 *
 * @param counts what became of its records
 * @param seconds how long it took
 * @param recordsPerSecond how many records it read in each of them
 * @param output where its results are; null when they were not published
 * @param deadLettersIn where its dead letters are; null when there are none
 * @param rows some of its results, for the text alone
 */
public record RunReport(
    @JsonUnwrapped CountsReport counts,
    double seconds,
    double recordsPerSecond,
    @Nullable String output,
    @Nullable String deadLettersIn,
    @JsonIgnore List<String> rows)
    implements Report {

  /** A run that says nothing yet but how many records it had, and how long it took. */
  public static RunReport of(CountsReport counts, double seconds) {
    return new RunReport(counts, seconds, counts.read() / seconds, null, null, List.of());
  }

  /** With the place of its results. */
  public RunReport withOutput(String place) {
    return new RunReport(counts, seconds, recordsPerSecond, place, deadLettersIn, rows);
  }

  /** With the place of its dead letters, if it has any. */
  public RunReport withDeadLettersIn(String place) {
    String used = counts.dead() > 0 ? place : null;
    return new RunReport(counts, seconds, recordsPerSecond, output, used, rows);
  }

  /** With some of its results, a line each. */
  public RunReport withRows(List<String> some) {
    return new RunReport(
        counts, seconds, recordsPerSecond, output, deadLettersIn, List.copyOf(some));
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>(rows);
    if (!rows.isEmpty()) {
      lines.add("");
    }
    Fields fields =
        counts
            .fields()
            .add("seconds", String.format(Locale.ROOT, "%.1f", seconds))
            .add("records/s", String.format(Locale.ROOT, "%,.0f", recordsPerSecond));
    if (output != null) {
      fields.add("output", output);
    }
    if (deadLettersIn != null) {
      fields.add("dead letters in", deadLettersIn);
    }
    lines.addAll(fields.lines());
    return lines;
  }
}
