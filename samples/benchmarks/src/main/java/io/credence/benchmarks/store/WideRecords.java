package io.credence.benchmarks.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/**
 * Writes records for the model {@code category-slopes} that carry something large besides, which
 * nothing compresses: images, say, or documents.
 */
public final class WideRecords {

  private static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType(
          "message record { required double x; required int32 category; required binary payload; }");

  private WideRecords() {}

  /** Arguments: a file, the number of records, and how many bytes each carries. */
  public static void main(String... arguments) throws IOException {
    int records = Integer.parseInt(arguments[1]);
    byte[] payload = new byte[Integer.parseInt(arguments[2])];
    Random random = new Random(1);
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(Path.of(arguments[0])))
            .withConf(new PlainParquetConfiguration())
            .withType(SCHEMA)
            .build()) {
      for (int i = 0; i < records; i++) {
        random.nextBytes(payload);
        SimpleGroup record = new SimpleGroup(SCHEMA);
        record.add("x", i / (double) records);
        record.add("category", i % 3);
        record.add("payload", Binary.fromReusedByteArray(payload));
        writer.write(record);
      }
    }
  }
}
