package io.credence.cli.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stream that was stopped on purpose.
 *
 * @param savepoint where the savepoint is that it was stopped with; null when that is not known
 */
public record StopReport(@Nullable String savepoint) implements Report {

  @Override
  public List<String> lines() {
    return List.of(
        savepoint == null
            ? "The job was stopped with a savepoint; the command that stopped it printed where that is"
            : "The job was stopped with the savepoint " + savepoint);
  }

  @Override
  public String status() {
    return "stopped";
  }
}
