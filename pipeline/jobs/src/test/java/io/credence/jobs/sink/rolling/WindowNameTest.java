package io.credence.jobs.sink.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Names that sort by time, and that all file systems take. */
class WindowNameTest {

  private static final WindowClock.Window WINDOW =
      new WindowClock.Window(
          Instant.parse("2026-11-20T16:00:00Z"), Instant.parse("2026-11-20T16:01:00Z"), 0);

  @Test
  void saysWhenMessagesArrived() {
    assertThat(WindowName.of(WINDOW, 0, 1, 0))
        .isEqualTo("part-2026-11-20T160000Z-2026-11-20T160100Z-00000-of-00001");
  }

  @Test
  void anotherJobsFileOfTheSameWindowHasANameOfItsOwn() {
    assertThat(WindowName.of(WINDOW, 2, 4, 1))
        .isEqualTo("part-2026-11-20T160000Z-2026-11-20T160100Z-00002-of-00004-1");
  }
}
