package io.credence.beam;

import io.credence.schemas.AvroSchemas;
import io.credence.summary.ClassSummary;
import io.credence.summary.OutputSummary;
import io.credence.summary.Summary;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** What the outputs of a score become in its Avro schema. */
final class OutputRecords {

  private static final Schema OUTPUT =
      AvroSchemas.SCORE.getField("outputs").schema().getElementType();
  private static final Schema FIGURES = OUTPUT.getTypes().get(0);
  private static final Schema CLASSES = OUTPUT.getTypes().get(1);

  private OutputRecords() {}

  static GenericRecord toRecord(OutputSummary output) {
    return output instanceof Summary summary ? figures(summary) : classes(output.classes());
  }

  static OutputSummary fromRecord(GenericRecord record) {
    return record.getSchema().equals(FIGURES) ? figures(record) : classes(record);
  }

  private static GenericRecord figures(Summary summary) {
    GenericRecord record = new GenericData.Record(FIGURES);
    record.put("n_samples", summary.n());
    record.put("median", summary.median());
    record.put("mean", summary.mean());
    record.put("sd", summary.sd());
    record.put("hdi", list(summary.hdi()));
    record.put("eti", list(summary.eti()));
    record.put("quantiles", list(summary.quantiles()));
    record.put("exceedance", list(summary.exceedance()));
    record.put("bin_edges", list(summary.binEdges()));
    record.put("density", list(summary.density()));
    return record;
  }

  private static Summary figures(GenericRecord record) {
    return Summary.of(
        (Long) record.get("n_samples"),
        (Double) record.get("median"),
        (Double) record.get("mean"),
        (Double) record.get("sd"),
        array(record.get("hdi")),
        array(record.get("eti")),
        array(record.get("quantiles")),
        array(record.get("exceedance")),
        array(record.get("bin_edges")),
        array(record.get("density")));
  }

  private static GenericRecord classes(ClassSummary summary) {
    GenericRecord record = new GenericData.Record(CLASSES);
    record.put("n_samples", summary.n());
    record.put("probabilities", list(summary.probabilities()));
    return record;
  }

  private static ClassSummary classes(GenericRecord record) {
    return ClassSummary.of((Long) record.get("n_samples"), array(record.get("probabilities")));
  }

  static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().collect(Collectors.toList());
  }

  static double[] array(Object values) {
    return ((List<?>) values).stream().mapToDouble(value -> (Double) value).toArray();
  }
}
