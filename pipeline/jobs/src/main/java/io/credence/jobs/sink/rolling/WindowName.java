package io.credence.jobs.sink.rolling;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What the files of a window are called, such as {@code part-2026-11-20T160000Z-…}. */
final class WindowName {

  /** Without colons, which not every file system takes. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmssX", Locale.ROOT).withZone(ZoneOffset.UTC);

  private WindowName() {}

  /**
   * The name but for its ending.
   *
   * @param copy from 0; more when there are files of this window already, because a job ended in it
   *     and another began, or the machine's clock was set back
   */
  static String of(WindowClock.Window window, int shard, int shards, int copy) {
    return String.format(
        Locale.ROOT,
        "part-%s-%s-%05d-of-%05d%s",
        TIME.format(window.start()),
        TIME.format(window.end()),
        shard,
        shards,
        copy == 0 ? "" : "-" + copy);
  }
}
