package io.credence.jobs.sink.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of a shard, whatever the machine's clock is set to meanwhile. */
class ShardWriterTest {

  private static final Duration DAY = Duration.ofDays(1);

  private Path folder;
  private FolderStream stream;
  private List<ScoredMessage> messages;

  @BeforeEach
  void begin(@TempDir Path files) throws Exception {
    folder = files;
    messages = FolderStream.messages(12);
    stream = new FolderStream(files, messages);
    stream.begin();
  }

  /** On by a day, and back. */
  @Test
  void allMessagesAreCountedAndWrittenWhenTheClockJumps() throws Exception {
    try (ShardWriter writer = stream.writer()) {
      for (int i = 0; i < messages.size(); i++) {
        if (i == 3) {
          stream.clock().set(DAY.plusHours(2));
        } else if (i == 7) {
          stream.clock().set(DAY.plusHours(2).negated());
        }
        writer.add(messages.get(i));
        stream.clock().pass(Duration.ofSeconds(20));
      }
      stream.clock().pass(FolderStream.WINDOW);
      writer.publishIfOver();
    }

    assertThat(stream.found()).containsExactlyInAnyOrderElementsOf(stream.expected());
    Counts counts = stream.checkpoint().counts();
    assertThat(counts.scored()).isEqualTo(10);
    assertThat(counts.deadLetters()).isEqualTo(Map.of("MISSING_FEATURE", 2L));
    assertThat(stream.checkpoint().next()).containsEntry(0, 6L).containsEntry(1, 6L);
  }

  @Test
  void aWindowThatComesTwiceHasTwoFiles() throws Exception {
    try (ShardWriter writer = stream.writer()) {
      writer.add(messages.get(0));
      stream.clock().pass(FolderStream.WINDOW);
      writer.add(messages.get(1));
      stream.clock().pass(FolderStream.WINDOW);
      stream.clock().set(FolderStream.WINDOW.multipliedBy(2).negated());
      writer.add(messages.get(2));
      writer.publish();
    }

    assertThat(FolderStream.files(folder))
        .extracting(file -> file.getFileName().toString())
        .containsExactly(
            "part-2026-11-20T160000Z-2026-11-20T160100Z-00000-of-00001-1.parquet",
            "part-2026-11-20T160000Z-2026-11-20T160100Z-00000-of-00001.parquet",
            "part-2026-11-20T160100Z-2026-11-20T160200Z-00000-of-00001.parquet");
  }

  @Test
  void whatIsInFilesAlreadyIsNotWrittenAgain() throws Exception {
    stream.goOn();

    stream.goOn();

    assertThat(stream.found()).containsExactlyInAnyOrderElementsOf(stream.expected());
  }

  @Test
  void saysHowLongTheOpenWindowGoesOn() throws Exception {
    try (ShardWriter writer = stream.writer()) {
      assertThat(writer.left()).isEmpty();
      stream.clock().pass(Duration.ofSeconds(20));
      assertThat(writer.add(messages.get(0))).isTrue();
      assertThat(writer.add(messages.get(1))).isFalse();
      assertThat(writer.left()).hasValue(Duration.ofSeconds(40));
    }
    assertThat(stream.hidden())
        .containsExactlyInAnyOrder("start.json", "shard-00000-of-00001.json");
  }
}
