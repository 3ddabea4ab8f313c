package io.credence.predict;

import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;
import io.credence.draws.Finite;
import io.credence.model.Feature;
import io.credence.model.FeatureType;
import io.credence.model.Inputs;
import io.credence.model.Model;
import io.credence.model.ModelDigest;
import io.credence.model.Predictive;
import io.credence.model.PredictiveMixture;
import io.credence.model.Sampler;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Draws the posterior predictive samples of one record after another.
 *
 * <p>The samples of a record depend on the run seed, the noise id, the model and the record alone,
 * to the bit: not on other records, nor on the order in which records come. Two models under one
 * noise id get the same noise for each sample of a record, so what differs is the models.
 *
 * <p>Not thread-safe: it owns scratch memory and a generator.
 */
public final class Predictor {

  private final Model model;
  private final Sampler sampler;
  private final int numSamples;
  private final boolean hasKeyField;
  private final List<String> fields;
  private final Inputs inputs;
  private final double[][] vectors;
  private final ModelDigest noiseId;
  private RecordNoise noise;
  private final List<String> unseenLevels = new ArrayList<>();

  private Predictor(Model model, PredictSpec spec) {
    this.model = model;
    this.numSamples = spec.numSamples();
    this.sampler = model.sampler(numSamples);
    this.hasKeyField = spec.keyField() != null;
    this.fields = fields(model, spec.keyField());
    this.inputs = new Inputs(model.features().size());
    this.vectors =
        model.features().stream().map(each -> new double[each.size()]).toArray(double[][]::new);
    this.noiseId = Objects.requireNonNullElse(spec.noiseId(), model.digest());
    this.noise = new RecordNoise(model.features(), spec.seed(), noiseId.bytes());
  }

  /**
   * Prepares a model.
   *
   * @throws IllegalArgumentException when the model does not compile, which its loader rules out
   */
  public static Predictor of(Model model, PredictSpec spec) {
    return new Predictor(model, spec);
  }

  /** What a {@link FieldReader} must read: the model's features in order, then the key field. */
  public static List<String> fields(Model model, @Nullable String keyField) {
    List<String> fields = new ArrayList<>();
    model.features().forEach(feature -> fields.add(feature.column()));
    if (keyField != null) {
      fields.add(keyField);
    }
    return List.copyOf(fields);
  }

  /** The fields of this predictor, as {@link #fields(Model, String)} has them. */
  public List<String> fields() {
    return fields;
  }

  public int numSamples() {
    return numSamples;
  }

  /** Room for the samples of a record, which may be used for one record after another. */
  public Predictive room() {
    return Predictive.of(model.outputs(), numSamples);
  }

  /** Draws from now on with another run seed, as a predictor of its own would. */
  public void setSeed(long runSeed) {
    noise = new RecordNoise(model.features(), runSeed, noiseId.bytes());
  }

  /**
   * Draws the samples of a record.
   *
   * @param out receives them; made by {@link #room}
   * @return the levels that the model was not trained on, such as {@code carrier=ZZ}; nearly always
   *     empty
   * @throws UnscorableException when the record cannot be scored; the content of {@code out} is
   *     undefined then
   */
  public <T> List<String> predict(FieldReader<? super T> reader, T record, Predictive out)
      throws UnscorableException {
    unseenLevels.clear();
    noise.key().begin();
    if (hasKeyField) {
      addKey(reader.read(record, fields.size() - 1));
    }
    for (int slot = 0; slot < model.features().size(); slot++) {
      readFeature(slot, reader.read(record, slot));
    }
    sampler.sample(inputs, noise, out);
    for (int output = 0; output < out.outputs(); output++) {
      requireFinite(output, out.samples(output));
    }
    return unseenLevels.isEmpty() ? List.of() : List.copyOf(unseenLevels);
  }

  /**
   * The predictive distribution of an output, a view that follows this predictor from record to
   * record; empty where there are samples alone.
   */
  public Optional<PredictiveMixture> mixture(int output) {
    return sampler.mixture(output);
  }

  /** As {@link io.credence.score.Scorer#recordId} has it, of the record that was read last. */
  public String recordId() {
    return noise.recordId();
  }

  /** As {@link #recordId}, in 16 bytes. */
  public byte[] recordIdBytes() {
    return noise.recordIdBytes();
  }

  private void requireFinite(int output, double[] samples) throws UnscorableException {
    int bad = Finite.firstNot(samples, numSamples);
    if (bad >= 0) {
      throw new UnscorableException(
          DeadLetterCode.NOT_FINITE_PREDICTION,
          "%s must be finite, but is %s in sample %s of %s; %s"
              .formatted(shown(output), samples[bad], bad, numSamples, sampler.causeOf(bad)),
          null);
    }
  }

  /** An output is named only where there are others. */
  private String shown(int output) {
    return model.outputs().size() == 1
        ? "The prediction"
        : "The prediction of " + model.outputs().get(output).name();
  }

  private void readFeature(int slot, @Nullable Object raw) throws UnscorableException {
    Feature feature = model.features().get(slot);
    if (raw == null && feature.missingIsUnseen()) {
      readMissing(slot, feature);
      return;
    }
    Object value = feature.present(raw);
    if (feature.type() == FeatureType.STRING) {
      String text = feature.text(value);
      noise.setText(slot, text);
      int level = feature.level(text);
      inputs.setLevel(slot, level);
      if (level == Inputs.UNSEEN) {
        acceptUnseen(feature, text);
      }
      if (!hasKeyField) {
        noise.key().add(text);
      }
      return;
    }
    if (feature.type() == FeatureType.VECTOR) {
      readVector(slot, feature, value);
      return;
    }
    double number = feature.number(value);
    inputs.setNumber(slot, number);
    if (feature.hasLevels()) {
      int level = feature.level(number);
      inputs.setLevel(slot, level);
      if (level == Inputs.UNSEEN) {
        acceptUnseen(feature, Long.toString((long) number));
      }
    }
    if (!hasKeyField) {
      noise.key().add(number);
    }
  }

  private void readVector(int slot, Feature feature, Object value) throws UnscorableException {
    double[] numbers = vectors[slot];
    feature.vector(value, numbers);
    inputs.setVector(slot, numbers);
    for (int i = 0; i < numbers.length && !hasKeyField; i++) {
      noise.key().add(numbers[i]);
    }
  }

  /** All records without a level have one new level, which no text or number can be. */
  private void readMissing(int slot, Feature feature) {
    inputs.setLevel(slot, Inputs.UNSEEN);
    inputs.setNumber(slot, Double.NaN);
    noise.setText(slot, null);
    unseenLevels.add(feature.name() + " is missing");
    if (!hasKeyField) {
      RecordNoise.addMissing(noise.key(), feature);
    }
  }

  private void acceptUnseen(Feature feature, String label) throws UnscorableException {
    if (!model.acceptsUnseen(feature)) {
      throw feature.unseen(label);
    }
    unseenLevels.add(feature.name() + "=" + label);
  }

  private void addKey(@Nullable Object key) throws UnscorableException {
    Object canonical = RecordKey.canonical(key);
    if (canonical instanceof Long whole) {
      noise.key().add(whole.longValue());
    } else if (canonical instanceof Double real) {
      noise.key().add(real.doubleValue());
    } else if (canonical instanceof String text) {
      noise.key().add(text);
    } else {
      throw noKey(key);
    }
  }

  private UnscorableException noKey(@Nullable Object key) {
    String field = fields.get(fields.size() - 1);
    return key == null
        ? new UnscorableException(
            DeadLetterCode.MISSING_KEY, "The key field '" + field + "' is missing", field)
        : new UnscorableException(
            DeadLetterCode.WRONG_TYPE,
            "The key field '%s' must be a number, a text, true or false, but is a %s"
                .formatted(field, key.getClass().getSimpleName()),
            field);
  }
}
