package io.credence.cli.report;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.credence.jobs.output.SoftwareVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a command ended, as its JSON says it.
 *
 * @param reportVersion {@link #FORMAT}
 * @param credenceVersion the version of the software
 * @param command its name
 * @param status one word for how it ended
 * @param exitCode the exit code of its process
 * @param problems a line for each fault, as they went to standard error
 * @param report what it found out or did; null when it did not come so far
 */
@JsonPropertyOrder({"report_version", "credence_version", "command", "status", "exit_code"})
public record Outcome(
    int reportVersion,
    String credenceVersion,
    String command,
    String status,
    int exitCode,
    List<String> problems,
    @Nullable Report report) {

  /** The version of this format. A field that it has keeps its meaning; others may be added. */
  public static final int FORMAT = 1;

  public static Outcome of(
      String command, String status, int exitCode, List<String> problems, @Nullable Report report) {
    return new Outcome(
        FORMAT, SoftwareVersion.get(), command, status, exitCode, List.copyOf(problems), report);
  }

  /** As JSON, in ASCII. */
  public byte[] json() {
    return OutcomeJson.bytes(this);
  }
}
