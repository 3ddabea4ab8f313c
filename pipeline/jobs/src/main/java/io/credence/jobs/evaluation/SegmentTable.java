package io.credence.jobs.evaluation;

import io.credence.evaluation.Calibration;
import io.credence.jobs.evaluation.EvaluationDocument.FigureEntry;
import io.credence.parquet.ParquetInput;
import io.credence.parquet.SplitReader;
import io.credence.parquet.UnreadableParquetException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.parquet.example.data.Group;
import org.jspecify.annotations.Nullable;

/** Reads the table of segments back. */
final class SegmentTable {

  private SegmentTable() {}

  /**
   * The segments of a table, in its order; without that of all records.
   *
   * @param figures the names of those that are kept
   * @throws IOException when it can't be read, or is another table
   */
  static List<EvaluatedSegment> read(ResourceId file, Set<String> figures) throws IOException {
    Map<List<String>, EvaluatedSegment> segments = new LinkedHashMap<>();
    try {
      ParquetInput input = ParquetInput.open(file);
      try (SplitReader rows = SplitReader.open(input.split(0, input.rows()))) {
        for (Group row = rows.next(); row != null; row = rows.next()) {
          add(row, figures, segments);
        }
      }
    } catch (UnreadableParquetException e) {
      throw new IOException(e.getMessage(), e);
    } catch (RuntimeException e) { // A column is missing, or is of another type.
      throw new IOException(file + ": is not what credence evaluate writes: " + e.getMessage(), e);
    }
    return List.copyOf(segments.values());
  }

  private static void add(
      Group row, Set<String> figures, Map<List<String>, EvaluatedSegment> segments) {
    if (row.getFieldRepetitionCount("values") == 0
        || row.getGroup("values", 0).getFieldRepetitionCount(0) == 0) {
      return; // All records.
    }
    String output = row.getString("output", 0);
    String segment = row.getString("segment", 0);
    EvaluatedSegment known =
        segments.computeIfAbsent(
            // Values with commas and equals signs can make one text of two segments.
            List.of(output, segment, row.getGroup("values", 0).toString()),
            key ->
                new EvaluatedSegment(
                    output,
                    segment,
                    row.getLong("records", 0),
                    calibration(row),
                    new ArrayList<>()));
    String figure = row.getString("figure", 0);
    if (figures.contains(figure)) {
      known
          .figures()
          .add(
              new FigureEntry(
                  figure, number(row, "value"), number(row, "lower"), number(row, "upper")));
    }
  }

  private static Calibration calibration(Group row) {
    Group list = row.getGroup("deviations", 0);
    List<String> deviations = new ArrayList<>();
    for (int i = 0; i < list.getFieldRepetitionCount(0); i++) {
      deviations.add(list.getGroup(0, i).getString(0, 0));
    }
    return Words.calibration(row.getString("verdict", 0), deviations);
  }

  private static @Nullable Double number(Group row, String column) {
    return row.getFieldRepetitionCount(column) == 0 ? null : row.getDouble(column, 0);
  }
}
