package io.credence.parquet;

import io.credence.score.ScoredColumn;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.LogicalTypeAnnotation.GeometryLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;

/** The settings of an output file. */
final class ScoredWriterBuilder extends ParquetWriter.Builder<ScoredGroup, ScoredWriterBuilder> {

  /** What a writer holds back in memory. Several write at once in one JVM, besides the readers. */
  private static final long ROW_GROUP_BYTES = 32L << 20;

  private final ScoredWriteSupport support;

  ScoredWriterBuilder(
      ChannelOutput out,
      MessageType input,
      List<ScoredColumn> columns,
      Map<String, String> metadata) {
    super(out);
    support = new ScoredWriteSupport(input, columns, metadata, out::holdTail);
    withConf(new PlainParquetConfiguration());
    withCodecFactory(new Codecs(ParquetSplit.MAX_PAGE_BYTES));
    withCompressionCodec(CompressionCodecName.ZSTD);
    withRowGroupSize(ROW_GROUP_BYTES);
    columns.forEach(this::withoutDictionary);
    input.getColumns().forEach(this::withoutGeometry);
  }

  /**
   * For the bounding box of a row group, Parquet's writer would parse each geometry. That costs
   * more than the rest of the column, a nested geometry can exhaust the stack, and of each that it
   * can't parse it logs a stack trace.
   */
  private void withoutGeometry(ColumnDescriptor column) {
    if (column.getPrimitiveType().getLogicalTypeAnnotation()
        instanceof GeometryLogicalTypeAnnotation) {
      withStatisticsEnabled(String.join(".", column.getPath()), false);
    }
  }

  /**
   * Predictions hardly ever repeat: a dictionary would be built, found useless and thrown away.
   *
   * <p>Parquet 1.15 keeps these settings in one static factory, so that the writer opened last
   * decides for all of the JVM. They are the same for all writers of a job, so that does no harm.
   */
  private void withoutDictionary(ScoredColumn column) {
    switch (column.type()) {
      case DOUBLE -> withDictionaryEncoding(column.name(), false);
      case DOUBLE_LIST -> withDictionaryEncoding(column.name() + ".list.element", false);
      default -> {}
    }
  }

  @Override
  protected ScoredWriterBuilder self() {
    return this;
  }

  @Override
  protected WriteSupport<ScoredGroup> getWriteSupport(ParquetConfiguration configuration) {
    return support;
  }

  @Override
  @Deprecated
  protected WriteSupport<ScoredGroup> getWriteSupport(Configuration configuration) {
    return support;
  }
}
