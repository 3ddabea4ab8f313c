package io.credence.cluster;

import java.util.List;

/** How a process ended, with all that it said on both its streams. */
record Outcome(int exitCode, String text) {

  List<String> lines() {
    return text.lines().toList();
  }
}
