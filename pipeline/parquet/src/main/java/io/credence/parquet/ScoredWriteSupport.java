package io.credence.parquet;

import io.credence.score.ScoredColumn;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** Hands Parquet the values of a row: first its own, as they were read, then the appended ones. */
final class ScoredWriteSupport extends WriteSupport<ScoredGroup> {

  private final MessageType input;
  private final List<ScoredColumn> columns;
  private final Map<String, String> metadata;
  private final Runnable onFooter;
  private @Nullable GroupEmitter rows;
  private @Nullable ScoredEmitter scores;
  private @Nullable RecordConsumer out;

  ScoredWriteSupport(
      MessageType input,
      List<ScoredColumn> columns,
      Map<String, String> metadata,
      Runnable onFooter) {
    this.input = input;
    this.columns = List.copyOf(columns);
    this.metadata = new TreeMap<>(metadata);
    this.onFooter = onFooter;
  }

  @Override
  public WriteContext init(ParquetConfiguration configuration) {
    return new WriteContext(FloatOrder.written(ScoredColumns.append(input, columns)), metadata);
  }

  @Override
  @Deprecated
  public WriteContext init(Configuration configuration) {
    throw new UnsupportedOperationException("written without Hadoop's configuration");
  }

  @Override
  public void prepareForWrite(RecordConsumer consumer) {
    out = consumer;
    rows = new GroupEmitter(consumer);
    scores = new ScoredEmitter(consumer, columns, input.getFieldCount());
  }

  /** Called when all rows are in the file, and its footer is about to be. */
  @Override
  public FinalizedWriteContext finalizeWrite() {
    onFooter.run();
    return super.finalizeWrite();
  }

  @Override
  public void write(ScoredGroup row) {
    if (out == null || rows == null || scores == null) {
      throw new IllegalStateException("not prepared");
    }
    out.startMessage();
    rows.emit(row.row(), input);
    scores.emit(row.scored());
    out.endMessage();
  }
}
