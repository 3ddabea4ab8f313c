package io.credence.messages;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.SerializedString;
import io.credence.score.ScoreColumns;
import io.credence.score.Scored;
import io.credence.score.ScoredColumn;
import io.credence.score.ScoredRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Writes a score as fields of a JSON object, without the braces around it. */
public final class ScoredFields {

  /**
   * Java's own way to write a number takes a quarter of a message's time, and differs by version.
   */
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();

  private final ScoreColumns columns;
  private final List<ScoredColumn> all;
  private final List<SerializedString> names;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  public ScoredFields(ScoreColumns columns) {
    this.columns = columns;
    this.all = columns.columns();
    this.names = all.stream().map(column -> new SerializedString(column.name())).toList();
  }

  public byte[] write(Scored scored) throws IOException {
    bytes.reset();
    ScoredRow row = columns.row(scored);
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      out.writeStartObject();
      for (int i = 0; i < all.size(); i++) {
        out.writeFieldName(names.get(i));
        write(row, i, out);
      }
      out.writeEndObject();
    }
    byte[] object = bytes.toByteArray();
    return Arrays.copyOfRange(object, 1, object.length - 1);
  }

  private static void write(double value, JsonGenerator out) throws IOException {
    if (Double.isFinite(value)) {
      out.writeNumber(value);
    } else {
      out.writeString(Double.toString(value));
    }
  }

  private void write(ScoredRow row, int column, JsonGenerator out) throws IOException {
    switch (all.get(column).type()) {
      case DOUBLE -> write(row.doubleAt(column), out);
      case LONG -> out.writeNumber(row.longAt(column));
      case STRING -> out.writeString(row.stringAt(column));
      case DOUBLE_LIST -> {
        out.writeStartArray();
        for (double value : row.doublesAt(column)) {
          write(value, out);
        }
        out.writeEndArray();
      }
      case STRING_LIST -> {
        out.writeStartArray();
        for (String value : row.stringsAt(column)) {
          out.writeString(value);
        }
        out.writeEndArray();
      }
    }
  }
}
