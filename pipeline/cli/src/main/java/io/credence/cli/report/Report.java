package io.credence.cli.report;

import java.util.List;

/**
 * What a command found out or did. An implementation is a record: its components, in snake case,
 * are what its JSON holds, and {@code docs/reports.md} says what they mean. Numbers that are not
 * finite are null there.
 */
public interface Report {

  /** What a person reads, a line each. */
  List<String> lines();

  /** What a command ended as that says no more than this and ended well. */
  default String status() {
    return "done";
  }
}
