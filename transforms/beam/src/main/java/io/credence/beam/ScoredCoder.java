package io.credence.beam;

import io.credence.schemas.AvroSchemas;
import io.credence.score.Scored;
import io.credence.summary.Summary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** The coder of {@link Scored}s. */
public final class ScoredCoder extends AvroCodec<Scored> {

  private static final long serialVersionUID = 1;

  private static final ScoredCoder INSTANCE = new ScoredCoder();

  private ScoredCoder() {
    super(AvroSchemas.SCORE);
  }

  public static ScoredCoder of() {
    return INSTANCE;
  }

  @Override
  GenericRecord toRecord(Scored score) {
    Summary summary = score.summary();
    GenericRecord record = new GenericData.Record(schema());
    record.put("n_samples", summary.n());
    record.put("median", summary.median());
    record.put("mean", summary.mean());
    record.put("sd", summary.sd());
    record.put("hdi", list(summary.hdi()));
    record.put("eti", list(summary.eti()));
    record.put("exceedance", list(summary.exceedance()));
    record.put("bin_edges", list(summary.binEdges()));
    record.put("density", list(summary.density()));
    record.put("unseen_levels", score.unseenLevels());
    record.put("samples", list(score.samples()));
    return record;
  }

  @Override
  Scored fromRecord(GenericRecord record) {
    Summary summary =
        Summary.of(
            (Long) record.get("n_samples"),
            (Double) record.get("median"),
            (Double) record.get("mean"),
            (Double) record.get("sd"),
            array(record.get("hdi")),
            array(record.get("eti")),
            array(record.get("exceedance")),
            array(record.get("bin_edges")),
            array(record.get("density")));
    List<String> unseenLevels = new ArrayList<>();
    ((List<?>) record.get("unseen_levels")).forEach(level -> unseenLevels.add(level.toString()));
    return Scored.of(summary, unseenLevels, array(record.get("samples")));
  }

  private static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().collect(Collectors.toList());
  }

  private static double[] array(Object values) {
    return ((List<?>) values).stream().mapToDouble(value -> (Double) value).toArray();
  }
}
