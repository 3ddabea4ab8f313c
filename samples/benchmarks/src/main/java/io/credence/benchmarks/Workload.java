package io.credence.benchmarks;

import io.credence.deadletter.UnscorableException;
import io.credence.folder.ModelException;
import io.credence.folder.ModelFolder;
import io.credence.folder.ModelLoader;
import io.credence.model.Model;
import io.credence.parquet.GroupFormat;
import io.credence.parquet.SplitReader;
import io.credence.predict.FieldReader;
import io.credence.predict.PredictSpec;
import io.credence.predict.Predictor;
import io.credence.score.ScoreSpec;
import io.credence.score.Scorer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.parquet.example.data.Group;
import org.jspecify.annotations.Nullable;

/**
 * A model of the samples folder and 2,000 records that it can score, as plain values, so that no
 * file format is part of what is measured.
 */
final class Workload {

  static final int RECORDS = 2000;

  /** Benchmarks run from the root of the project. */
  private static final Path SAMPLES = Path.of("samples");

  private final Model model;
  private final ScoreSpec spec;
  private final List<@Nullable Object[]> records;

  private Workload(Model model, ScoreSpec spec, List<@Nullable Object[]> records) {
    this.model = model;
    this.spec = spec;
    this.records = records;
  }

  /** {@code y ~ normal(beta[category] * x, sigma)}, with a record's {@code id} as its key. */
  static Workload categorySlopes() {
    return load(SAMPLES.resolve("category-slopes"), "features.parquet", "id");
  }

  /** A Student t with about five degrees of freedom, and a dozen operations on columns of draws. */
  static Workload flights() {
    return load(SAMPLES.resolve("flights"), "january.parquet", "flight_id");
  }

  /** A model that {@code numpy_models.py} made. */
  static Workload made(Path folder) {
    return load(folder, "records.parquet", "id");
  }

  private static Workload load(Path path, String file, String keyField) {
    try {
      Model model = ModelLoader.load(ModelFolder.local(path)).model();
      PredictSpec predict = PredictSpec.DEFAULT.withKeyField(keyField);
      ScoreSpec spec = new ScoreSpec(predict, ScoreSpec.DEFAULT.summary(), false);
      return new Workload(model, spec, records(model, spec, path.resolve(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ModelException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<@Nullable Object[]> records(Model model, ScoreSpec spec, Path file)
      throws IOException {
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    Scorer scorer = Scorer.of(model, spec);
    List<@Nullable Object[]> records = new ArrayList<>();
    try (SplitReader rows = SplitReader.openFirst(file.toString(), RECORDS)) {
      FieldReader<Group> fields = new GroupFormat(rows.schema()).reader(scorer.fields());
      for (Group row = rows.next(); row != null; row = rows.next()) {
        @Nullable Object[] values = new Object[scorer.fields().size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = fields.read(row, i);
        }
        if (scorable(scorer, values)) {
          records.add(values);
        }
      }
    }
    // In place of the few that have no score, the first ones come again.
    for (int i = 0; records.size() < RECORDS; i++) {
      records.add(records.get(i));
    }
    return records;
  }

  private static boolean scorable(Scorer scorer, @Nullable Object[] values) {
    try {
      scorer.score(Workload::read, values);
      return true;
    } catch (UnscorableException e) {
      return false;
    }
  }

  static @Nullable Object read(@Nullable Object[] record, int field) {
    return record[field];
  }

  List<@Nullable Object[]> records() {
    return records;
  }

  ScoreSpec spec() {
    return spec;
  }

  Scorer scorer() {
    return Scorer.of(model, spec);
  }

  Scorer scorer(int numSamples) {
    PredictSpec predict = spec.predict().withNumSamples(numSamples);
    return Scorer.of(model, new ScoreSpec(predict, spec.summary(), false));
  }

  Scorer scorerWithSamples() {
    return Scorer.of(model, new ScoreSpec(spec.predict(), spec.summary(), true));
  }

  Predictor predictor() {
    return Predictor.of(model, spec.predict());
  }

  /** The samples of some records, from the first on. */
  List<double[]> samples(int count) {
    Scorer scorer = scorerWithSamples();
    List<double[]> samples = new ArrayList<>();
    for (@Nullable Object[] record : records.subList(0, count)) {
      try {
        samples.add(scorer.score(Workload::read, record).samples(0));
      } catch (UnscorableException e) {
        throw new IllegalStateException("Only records that can be scored were kept", e);
      }
    }
    return samples;
  }
}
