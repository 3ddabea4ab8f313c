package io.credence.jobs.replay;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What became of the dead letters that a replay has read. */
public final class ReplayTally {

  private final TreeMap<String, Long> leftOut = new TreeMap<>();
  private long sent;

  void countSent() {
    sent++;
  }

  void countLeftOut(String code) {
    leftOut.merge(code, 1L, Long::sum);
  }

  /** All of them. */
  public long read() {
    return sent + leftOut();
  }

  /** Those that were sent again, or would be, if this were no dry run. */
  public long sent() {
    return sent;
  }

  public long leftOut() {
    return leftOut.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Those that were left out, by their codes. */
  public SortedMap<String, Long> leftOutByCode() {
    return Collections.unmodifiableSortedMap(leftOut);
  }
}
