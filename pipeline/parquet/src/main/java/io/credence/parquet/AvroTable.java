package io.credence.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.avro.AvroWriteSupport;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * A table of our own as a Parquet file, whose columns an Avro schema says. It is made in memory: a
 * report, and no data set. The same rows give the same bytes.
 */
public final class AvroTable {

  private AvroTable() {}

  /**
   * The bytes of a file.
   *
   * @param rows made as they are written, so that only their bytes are kept
   * @param footer entries for the file's footer
   */
  public static byte[] bytes(
      Schema schema, Stream<? extends GenericRecord> rows, Map<String, String> footer)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ParquetConfiguration configuration = new PlainParquetConfiguration();
    // Lists as all readers of today know them.
    configuration.setBoolean(AvroWriteSupport.WRITE_OLD_LIST_STRUCTURE, false);
    try (ParquetWriter<GenericRecord> writer =
        AvroParquetWriter.<GenericRecord>builder(new ChannelOutput(Channels.newChannel(bytes)))
            .withConf(configuration)
            .withCodecFactory(new Codecs(ParquetSplit.MAX_PAGE_BYTES))
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withExtraMetaData(footer)
            .withSchema(schema)
            .withDataModel(GenericData.get()) // Else Hadoop's configuration would be read.
            .build()) {
      Iterator<? extends GenericRecord> each = rows.iterator();
      while (each.hasNext()) {
        writer.write(each.next());
      }
    }
    return bytes.toByteArray();
  }
}
