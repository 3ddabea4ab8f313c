package io.credence.cli.report;

import io.credence.cli.text.Fields;
import io.credence.jobs.replay.ReplayTally;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of dead letters that were read again.
 *
 * @param dryRun whether nothing was sent
 * @param read how many there were: sent + left out
 * @param sent how many were sent, or would be
 * @param leftOut how many were not
 * @param leftOutByCode the same, by their codes
 */
public record ReplayReport(
    boolean dryRun, long read, long sent, long leftOut, SortedMap<String, Long> leftOutByCode)
    implements Report {

  public static ReplayReport of(ReplayTally tally, boolean dryRun) {
    return new ReplayReport(
        dryRun, tally.read(), tally.sent(), tally.leftOut(), new TreeMap<>(tally.leftOutByCode()));
  }

  @Override
  public List<String> lines() {
    return new Fields(CountsReport.WIDTH)
        .add("read", read)
        .add(dryRun ? "would be sent" : "sent", sent)
        .add("left out", leftOut, leftOutByCode)
        .lines();
  }
}
