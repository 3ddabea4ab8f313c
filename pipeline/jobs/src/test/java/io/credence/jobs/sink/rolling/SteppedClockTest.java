package io.credence.jobs.sink.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.kafka.Message;
import io.credence.kafka.ReadMessages;
import java.nio.file.Path;
import java.util.List;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.TestStream;
import org.apache.beam.sdk.values.TimestampedValue;
import org.joda.time.Duration;
import org.joda.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On Flink, no time that a message or a watermark can have keeps messages out of files. */
class SteppedClockTest {

  private static final Instant NOW = Instant.parse("2026-11-20T16:00:00Z");
  private static final Duration STEP = Duration.standardHours(50);

  @Test
  void allMessagesAreWrittenWhenTheWatermarkIsDaysAhead(@TempDir Path folder) throws Exception {
    List<ScoredMessage> scored = FolderStream.messages(12);
    List<Message> messages = scored.stream().map(ScoredMessage::message).toList();
    FolderStream stream = new FolderStream(folder, scored);
    stream.begin();

    TestStream<Message> arrivals =
        add(
                add(
                    add(
                        TestStream.create(ReadMessages.coder()).advanceWatermarkTo(NOW),
                        messages.subList(0, 4),
                        NOW),
                    // The machine's clock is set on ...
                    messages.subList(4, 8),
                    NOW.plus(STEP)),
                // ... and back: what is read next is days late.
                messages.subList(8, 12),
                NOW)
            .advanceWatermarkToInfinity();
    FlinkPipelineOptions options = PipelineOptionsFactory.as(FlinkPipelineOptions.class);
    options.setRunner(FlinkRunner.class);
    options.setFlinkMaster("[local]");
    options.setParallelism(1);
    options.setStreaming(true);
    Pipeline pipeline = Pipeline.create(options);
    stream.job().score(pipeline.apply(arrivals));
    pipeline.run().waitUntilFinish();

    assertThat(stream.found()).containsExactlyInAnyOrderElementsOf(stream.expected());
    Counts counts = stream.checkpoint().counts();
    assertThat(counts.scored()).isEqualTo(10);
    assertThat(counts.deadLetters()).containsEntry("MISSING_FEATURE", 2L);
  }

  private static TestStream.Builder<Message> add(
      TestStream.Builder<Message> before, List<Message> messages, Instant time) {
    TestStream.Builder<Message> all = before;
    for (Message message : messages) {
      all = all.addElements(TimestampedValue.of(message, time));
    }
    return time.isAfter(NOW) ? all.advanceWatermarkTo(time) : all;
  }
}
