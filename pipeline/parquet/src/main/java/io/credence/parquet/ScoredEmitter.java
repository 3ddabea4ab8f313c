package io.credence.parquet;

import io.credence.score.ScoredColumn;
import io.credence.score.ScoredRow;
import java.util.List;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;

/** Gives the appended values of a row to a consumer. */
final class ScoredEmitter {

  private static final String REPEATED = "list";
  private static final String ELEMENT = "element";

  private final RecordConsumer out;
  private final ScoredColumn[] columns;
  private final int firstField;
  private final String[] lastStrings;
  private final Binary[] lastBinaries;

  ScoredEmitter(RecordConsumer out, List<ScoredColumn> columns, int firstField) {
    this.out = out;
    this.columns = columns.toArray(ScoredColumn[]::new);
    this.firstField = firstField;
    this.lastStrings = new String[this.columns.length];
    this.lastBinaries = new Binary[this.columns.length];
  }

  void emit(ScoredRow row) {
    for (int column = 0; column < columns.length; column++) {
      String name = columns[column].name();
      out.startField(name, firstField + column);
      emitValue(row, column);
      out.endField(name, firstField + column);
    }
  }

  private void emitValue(ScoredRow row, int column) {
    switch (columns[column].type()) {
      case DOUBLE -> out.addDouble(row.doubleAt(column));
      case LONG -> out.addLong(row.longAt(column));
      case STRING -> out.addBinary(binary(row.stringAt(column), column));
      case DOUBLE_LIST -> emitDoubles(row.doublesAt(column));
      case STRING_LIST -> emitStrings(row.stringsAt(column));
    }
  }

  private void emitDoubles(double[] values) {
    out.startGroup();
    if (values.length > 0) {
      out.startField(REPEATED, 0);
      for (double value : values) {
        startElement();
        out.addDouble(value);
        endElement();
      }
      out.endField(REPEATED, 0);
    }
    out.endGroup();
  }

  private void emitStrings(List<String> values) {
    out.startGroup();
    if (!values.isEmpty()) {
      out.startField(REPEATED, 0);
      for (String value : values) {
        startElement();
        out.addBinary(Binary.fromString(value));
        endElement();
      }
      out.endField(REPEATED, 0);
    }
    out.endGroup();
  }

  private void startElement() {
    out.startGroup();
    out.startField(ELEMENT, 0);
  }

  private void endElement() {
    out.endField(ELEMENT, 0);
    out.endGroup();
  }

  /** Most strings, such as the model's name, are the same object in every row: encoded once. */
  @SuppressWarnings("ReferenceEquality") // a cheap test, and an equal string only costs more
  private Binary binary(String value, int column) {
    if (value != lastStrings[column]) {
      lastStrings[column] = value;
      lastBinaries[column] = Binary.fromString(value);
    }
    return lastBinaries[column];
  }
}
