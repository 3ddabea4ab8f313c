package io.credence.messages;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import io.credence.score.ScoredColumn;
import io.credence.score.ScoredRow;
import java.io.IOException;
import java.util.List;

/** Writes the values of columns as fields of JSON objects: a field for each, by its name. */
public final class JsonRow {

  private final List<ScoredColumn> all;
  private final List<SerializedString> names;
  private final boolean nulls;

  /** What is not finite is written as a text, such as {@code "NaN"}: JSON has no number for it. */
  public JsonRow(List<ScoredColumn> columns) {
    this(columns, false);
  }

  /**
   * @param nulls whether what is not finite is written as null
   */
  JsonRow(List<ScoredColumn> columns, boolean nulls) {
    this.all = List.copyOf(columns);
    this.names = all.stream().map(column -> new SerializedString(column.name())).toList();
    this.nulls = nulls;
  }

  /**
   * Writes a row as fields of the object that is open.
   *
   * @param out what it writes may lie in memory until it is flushed
   */
  public void write(ScoredRow row, JsonGenerator out) throws IOException {
    for (int i = 0; i < all.size(); i++) {
      out.writeFieldName(names.get(i));
      write(row, i, out);
    }
  }

  private void write(double value, JsonGenerator out) throws IOException {
    if (Double.isFinite(value)) {
      out.writeNumber(value);
    } else if (nulls) {
      out.writeNull();
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
