package io.credence.server.inference;

import com.fasterxml.jackson.core.JsonGenerator;
import io.credence.deadletter.UnscorableException;
import io.credence.score.ScoreColumns;
import io.credence.score.ScoredColumn;
import io.credence.score.ScoredRow;
import io.credence.server.json.Json;
import io.credence.server.scoring.Lane;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The scores of a request's records, written column by column. A record that can't be scored has
 * null in each of them, but 0 samples, and its reason in tensors of their own, which are null for
 * all others.
 */
final class OutputTensors {

  private static final String RECORD_ID = "record_id";
  private static final String CODE = "error_code";
  private static final String ERROR = "error";

  /** Its identity or its error, and what holds them together. */
  private static final long BYTES_OF_ROW = 512;

  /** Those that belong to a record, and not to its score. */
  static final List<String> OF_RECORDS = List.of(RECORD_ID, CODE, ERROR);

  private final Lane lane;
  private final InputTensors inputs;
  private final ScoreColumns columns;
  private final List<ScoredColumn> all;
  private final List<@Nullable ScoredRow> rows = new ArrayList<>();
  private final List<@Nullable String> ids = new ArrayList<>();
  private final List<@Nullable String> codes = new ArrayList<>();
  private final List<@Nullable String> errors = new ArrayList<>();

  OutputTensors(Lane lane, InputTensors inputs) {
    this.lane = lane;
    this.inputs = inputs;
    this.columns = lane.columns();
    this.all = columns.columns();
  }

  /**
   * Scores the next record.
   *
   * @return how many bytes are kept of it until they are written
   */
  long score(int row) {
    try {
      ScoredRow scored =
          columns.row(lane.score((tensors, field) -> tensors.value(row, field), inputs));
      rows.add(scored);
      ids.add(lane.recordId());
      codes.add(null);
      errors.add(null);
      return bytes(scored);
    } catch (UnscorableException e) {
      rows.add(null);
      ids.add(null);
      codes.add(e.code().name());
      errors.add(e.reason());
      return BYTES_OF_ROW;
    }
  }

  private long bytes(ScoredRow row) {
    long numbers = all.size();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).type() == ScoredColumn.Type.DOUBLE_LIST) {
        numbers += row.doublesAt(i).length;
      }
    }
    return BYTES_OF_ROW + Double.BYTES * numbers;
  }

  /**
   * Writes the tensors into the list that is open.
   *
   * @param wanted their names; empty for all
   */
  void write(JsonGenerator out, Set<String> wanted) throws IOException {
    for (int i = 0; i < all.size(); i++) {
      if (wanted.isEmpty() || wanted.contains(all.get(i).name())) {
        write(out, all.get(i), i);
      }
    }
    texts(out, wanted, RECORD_ID, ids);
    texts(out, wanted, CODE, codes);
    texts(out, wanted, ERROR, errors);
  }

  private void write(JsonGenerator out, ScoredColumn column, int at) throws IOException {
    int size = column.type() == ScoredColumn.Type.DOUBLE_LIST ? longest(at) : 0;
    begin(out, column.name(), Datatype.of(column.type()), size);
    for (ScoredRow row : rows) {
      if (size > 0) {
        list(row, at, size, out);
      } else if (row == null && column.type() == ScoredColumn.Type.LONG) {
        // Clients have no missing whole number; of none, no samples were drawn.
        out.writeNumber(0);
      } else if (row == null) {
        out.writeNull();
      } else {
        value(row, column.type(), at, out);
      }
    }
    end(out);
  }

  /** Histograms of whole numbers may have fewer bins than others; nulls fill them up. */
  private int longest(int column) {
    int longest = 1;
    for (ScoredRow row : rows) {
      longest = row == null ? longest : Math.max(longest, row.doublesAt(column).length);
    }
    return longest;
  }

  private static void list(@Nullable ScoredRow row, int column, int size, JsonGenerator out)
      throws IOException {
    double[] numbers = row == null ? new double[0] : row.doublesAt(column);
    for (int i = 0; i < size; i++) {
      Json.number(i < numbers.length ? numbers[i] : Double.NaN, out);
    }
  }

  private static void value(ScoredRow row, ScoredColumn.Type type, int column, JsonGenerator out)
      throws IOException {
    switch (type) {
      case DOUBLE -> Json.number(row.doubleAt(column), out);
      case LONG -> out.writeNumber(row.longAt(column));
      case STRING -> out.writeString(row.stringAt(column));
      case STRING_LIST -> out.writeString(String.join(", ", row.stringsAt(column)));
      case DOUBLE_LIST -> throw new IllegalStateException("A list is written as one");
    }
  }

  private void texts(
      JsonGenerator out, Set<String> wanted, String name, List<@Nullable String> values)
      throws IOException {
    if (wanted.isEmpty() || wanted.contains(name)) {
      begin(out, name, Datatype.BYTES, 0);
      for (String value : values) {
        out.writeString(value);
      }
      end(out);
    }
  }

  private void begin(JsonGenerator out, String name, Datatype type, int size) throws IOException {
    out.writeStartObject();
    out.writeStringField("name", name);
    out.writeStringField("datatype", type.name());
    out.writeArrayFieldStart("shape");
    out.writeNumber(rows.size());
    if (size > 0) {
      out.writeNumber(size);
    }
    out.writeEndArray();
    out.writeArrayFieldStart("data");
  }

  private static void end(JsonGenerator out) throws IOException {
    out.writeEndArray();
    out.writeEndObject();
  }
}
