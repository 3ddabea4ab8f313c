package io.credence.jobs.sink.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.kafka.MessageId;
import io.credence.kafka.OutgoingMessage;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.WithNull;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.SimpleRecord;
import org.jspecify.annotations.Nullable;

final class MessageSizeTest {

  /** What Kafka itself makes of it is never larger, and not much smaller. */
  @Property(tries = 300)
  void isAtMostThat(
      @ForAll @WithNull byte @Nullable [] key,
      @ForAll @WithNull byte @Nullable [] value,
      @ForAll String name,
      @ForAll @WithNull byte @Nullable [] header) {
    RecordHeaders headers = new RecordHeaders();
    headers.add(name, header).add("without", null);
    OutgoingMessage message =
        new OutgoingMessage("t", new MessageId("t", 0, 0, 0), 0, key, value, headers);
    int real =
        MemoryRecords.withRecords(
                Compression.NONE, new SimpleRecord(0, key, value, headers.toArray()))
            .sizeInBytes();
    assertThat(MessageSize.of(message)).isBetween((long) real, real + 50L);
  }
}
