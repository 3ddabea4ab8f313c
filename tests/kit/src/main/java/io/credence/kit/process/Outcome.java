package io.credence.kit.process;

import java.util.List;

/** How a process ended, with all that it said on both its streams. */
public record Outcome(int exitCode, String text) {

  public List<String> lines() {
    return text.lines().toList();
  }
}
