package io.credence.jobs.evaluation;

import io.credence.evaluation.Assessment;
import io.credence.evaluation.Figure;
import io.credence.evaluation.OutputAssessment;
import io.credence.evaluation.Segment;
import io.credence.parquet.AvroTable;
import io.credence.schemas.AvroSchemas;
import java.io.IOException;
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
    Stream<GenericRecord> rows =
        all(assessment)
            .flatMap(
                each ->
                    Stream.concat(each.figures().stream(), each.differences().stream())
                        .map(figure -> figure(each, figure, by)));
    return AvroTable.bytes(AvroSchemas.SEGMENT_FIGURE, rows, footer);
  }

  private static GenericRecord figure(OutputAssessment of, Figure figure, List<String> by) {
    GenericRecord row = row(AvroSchemas.SEGMENT_FIGURE, of, by);
    row.put("values", values(of.segment(), by));
    row.put("verdict", Words.word(of.calibration().verdict()));
    row.put("deviations", of.calibration().deviations().stream().map(Words::word).toList());
    row.put("figure", figure.name());
    row.put("value", Documents.finite(figure.value()));
    row.put("lower", Documents.finite(figure.lower()));
    row.put("upper", Documents.finite(figure.upper()));
    return row;
  }

  /** A row for each bin of the PIT of each output of numbers in each segment. */
  static byte[] pit(Assessment assessment, List<String> by, Map<String, String> footer)
      throws IOException {
    Stream<GenericRecord> rows =
        all(assessment)
            .flatMap(
                each ->
                    IntStream.range(0, each.pit().size()).mapToObj(bin -> pitBin(each, bin, by)));
    return AvroTable.bytes(AvroSchemas.PIT_BIN, rows, footer);
  }

  private static GenericRecord pitBin(OutputAssessment of, int bin, List<String> by) {
    int bins = of.pit().size();
    GenericRecord row = row(AvroSchemas.PIT_BIN, of, by);
    row.put("bin", bin);
    row.put("lower", (double) bin / bins);
    row.put("upper", (double) (bin + 1) / bins);
    row.put("share", of.pit().get(bin));
    return row;
  }

  private static Stream<OutputAssessment> all(Assessment assessment) {
    return Stream.concat(assessment.overall().stream(), assessment.segments().stream());
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
