package io.credence.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.SimpleRecord;
import org.junit.jupiter.api.Test;

/** Kafka's client was made with another LZ4 than the one that it runs with here. */
class Lz4BatchTest {

  @Test
  void readsBackWhatItWrote() {
    byte[] value = "{\"x\": 1}".repeat(5_000).getBytes(UTF_8);
    MemoryRecords batch =
        MemoryRecords.withRecords(
            Compression.lz4().build(), new SimpleRecord(value), new SimpleRecord(value));
    assertThat(batch.sizeInBytes()).isLessThan(value.length);
    List<ByteBuffer> values = new ArrayList<>();
    batch.records().forEach(message -> values.add(message.value()));
    assertThat(values).containsExactly(ByteBuffer.wrap(value), ByteBuffer.wrap(value));
  }
}
