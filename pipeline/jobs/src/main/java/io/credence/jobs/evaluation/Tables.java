package io.credence.jobs.evaluation;

import io.credence.evaluation.Assessment;
import io.credence.evaluation.Figure;
import io.credence.evaluation.OutputAssessment;
import io.credence.evaluation.Segment;
import io.credence.parquet.AvroTable;
import io.credence.schemas.AvroSchemas;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** The tables of an evaluation, as Parquet files. */
final class Tables {

  private static final Schema VALUE =
      AvroSchemas.SEGMENT_FIGURE.getField("values").schema().getElementType();

  private Tables() {}

  /** A row for each figure of each output in each segment; all records come first. */
  static byte[] segments(Assessment assessment, List<String> by, Map<String, String> footer)
      throws IOException {
    List<GenericRecord> rows = new ArrayList<>();
    for (OutputAssessment each : all(assessment)) {
      for (Figure figure :
          Stream.concat(each.figures().stream(), each.differences().stream()).toList()) {
        GenericRecord row = row(AvroSchemas.SEGMENT_FIGURE, each, by);
        row.put("values", values(each.segment(), by));
        row.put("verdict", Documents.word(each.calibration().verdict()));
        row.put(
            "deviations", each.calibration().deviations().stream().map(Documents::word).toList());
        row.put("figure", figure.name());
        row.put("value", Documents.finite(figure.value()));
        row.put("lower", Documents.finite(figure.lower()));
        row.put("upper", Documents.finite(figure.upper()));
        rows.add(row);
      }
    }
    return AvroTable.bytes(AvroSchemas.SEGMENT_FIGURE, rows, footer);
  }

  /** A row for each bin of the PIT of each output of numbers in each segment. */
  static byte[] pit(Assessment assessment, List<String> by, Map<String, String> footer)
      throws IOException {
    List<GenericRecord> rows = new ArrayList<>();
    for (OutputAssessment each : all(assessment)) {
      int bins = each.pit().size();
      for (int bin = 0; bin < bins; bin++) {
        GenericRecord row = row(AvroSchemas.PIT_BIN, each, by);
        row.put("bin", bin);
        row.put("lower", (double) bin / bins);
        row.put("upper", (double) (bin + 1) / bins);
        row.put("share", each.pit().get(bin));
        rows.add(row);
      }
    }
    return AvroTable.bytes(AvroSchemas.PIT_BIN, rows, footer);
  }

  private static List<OutputAssessment> all(Assessment assessment) {
    return Stream.concat(assessment.overall().stream(), assessment.segments().stream()).toList();
  }

  private static GenericRecord row(Schema schema, OutputAssessment each, List<String> by) {
    GenericRecord row = new GenericData.Record(schema);
    row.put("output", each.output().name());
    row.put("segment", SegmentName.of(each.segment(), by));
    row.put("records", each.records());
    return row;
  }

  private static List<GenericRecord> values(Segment segment, List<String> by) {
    return IntStream.range(0, segment.values().size())
        .mapToObj(
            i -> {
              GenericRecord value = new GenericData.Record(VALUE);
              value.put("column", by.get(i));
              value.put("value", segment.values().get(i));
              return value;
            })
        .toList();
  }
}
