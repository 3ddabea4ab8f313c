package io.credence.cli.report;

import java.util.List;

/**
 * A job that a cluster accepted, and that no process waits for.
 *
 * @param job its name on the cluster
 */
public record SubmissionReport(String job) implements Report {

  /** Nothing beside the line that named the job before it started. */
  @Override
  public List<String> lines() {
    return List.of();
  }

  @Override
  public String status() {
    return "submitted";
  }
}
