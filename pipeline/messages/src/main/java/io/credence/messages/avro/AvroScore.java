package io.credence.messages.avro;

import io.credence.score.ScoreColumns;
import io.credence.score.Scored;
import io.credence.score.ScoredColumn;
import io.credence.score.ScoredRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/**
 * Writes a score as fields of an Avro record. A record is nothing but its fields, one behind the
 * other, so these can stand behind the bytes of those that it has.
 *
 * <p>Not thread-safe.
 */
final class AvroScore {

  private final ScoreColumns columns;
  private final List<ScoredColumn> all;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final BinaryEncoder out = EncoderFactory.get().directBinaryEncoder(bytes, null);

  AvroScore(ScoreColumns columns) {
    this.columns = columns;
    this.all = columns.columns();
  }

  byte[] write(Scored scored) throws IOException {
    bytes.reset();
    ScoredRow row = columns.row(scored);
    for (int i = 0; i < all.size(); i++) {
      write(row, i);
    }
    return bytes.toByteArray();
  }

  private void write(ScoredRow row, int column) throws IOException {
    switch (all.get(column).type()) {
      case DOUBLE -> out.writeDouble(row.doubleAt(column));
      case LONG -> out.writeLong(row.longAt(column));
      case STRING -> out.writeString(row.stringAt(column));
      case DOUBLE_LIST -> {
        double[] values = row.doublesAt(column);
        out.writeArrayStart();
        out.setItemCount(values.length);
        for (double value : values) {
          out.startItem();
          out.writeDouble(value);
        }
        out.writeArrayEnd();
      }
      case STRING_LIST -> {
        List<String> values = row.stringsAt(column);
        out.writeArrayStart();
        out.setItemCount(values.size());
        for (String value : values) {
          out.startItem();
          out.writeString(value);
        }
        out.writeArrayEnd();
      }
    }
  }
}
