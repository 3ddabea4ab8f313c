package io.credence.beam;

import io.credence.schemas.AvroSchemas;
import io.credence.score.Scored;
import io.credence.summary.OutputSummary;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** The coder of {@link Scored}s. */
public final class ScoredCoder extends AvroSchemaCoder<Scored> {

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
    GenericRecord record = new GenericData.Record(schema());
    List<GenericRecord> outputs = new ArrayList<>();
    List<List<Double>> samples = new ArrayList<>();
    for (int i = 0; i < score.outputs(); i++) {
      outputs.add(OutputRecords.toRecord(score.output(i)));
      if (score.hasSamples()) {
        samples.add(OutputRecords.list(score.samples(i)));
      }
    }
    record.put("outputs", outputs);
    record.put("unseen_levels", score.unseenLevels());
    record.put("samples", samples);
    record.put("by_challenger", score.byChallenger());
    return record;
  }

  @Override
  Scored fromRecord(GenericRecord record) {
    OutputSummary[] outputs =
        ((List<?>) record.get("outputs"))
            .stream()
                .map(output -> OutputRecords.fromRecord((GenericRecord) output))
                .toArray(OutputSummary[]::new);
    List<String> unseenLevels = new ArrayList<>();
    ((List<?>) record.get("unseen_levels")).forEach(level -> unseenLevels.add(level.toString()));
    double[][] samples =
        ((List<?>) record.get("samples"))
            .stream().map(OutputRecords::array).toArray(double[][]::new);
    Scored score = Scored.of(outputs, unseenLevels, samples);
    return (Boolean) record.get("by_challenger") ? score.ofChallenger() : score;
  }
}
