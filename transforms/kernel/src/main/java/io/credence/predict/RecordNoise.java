package io.credence.predict;

import io.credence.distribution.Variates;
import io.credence.expression.Substitution;
import io.credence.model.Feature;
import io.credence.model.FeatureType;
import io.credence.model.Inputs;
import io.credence.model.Noise;
import io.credence.random.SampleStreams;
import io.credence.random.StreamSeeder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the noise of one record after another comes from: its own, addressed by the record's key,
 * and that of unseen levels' effects, addressed by feature, level and element of the parameter, so
 * that all records of one new level share it.
 *
 * <p>Not thread-safe.
 */
final class RecordNoise implements Noise {

  private final List<Feature> features;
  private final @Nullable String[] texts;
  private final StreamSeeder record;
  private final StreamSeeder effect;
  private final SampleStreams streams = new SampleStreams();
  private final Variates variates = new Variates(streams);

  RecordNoise(List<Feature> features, long runSeed, byte[] noiseId) {
    this.features = features;
    this.texts = new String[features.size()];
    this.record = StreamSeeder.ofRecords(runSeed, noiseId);
    this.effect = StreamSeeder.ofEffects(runSeed, noiseId);
  }

  /** Takes the parts of the next record's key. */
  StreamSeeder key() {
    return record;
  }

  /** Remembers the value of a text feature, which {@link Inputs} know as a level alone. */
  void setText(int slot, @Nullable String text) {
    texts[slot] = text;
  }

  /** The noise of the record whose key was added. */
  @Override
  public Variates ofRecord() {
    record.seed(streams);
    return variates;
  }

  /** Identifies the record whose key was added, under this run seed and noise id. */
  String recordId() {
    return record.id();
  }

  byte[] recordIdBytes() {
    return record.idBytes();
  }

  @Override
  public Variates ofEffect(
      Inputs inputs, int feature, String parameter, List<Integer> positions, List<Integer> slots) {
    effect.begin();
    effect.add(features.get(feature).name());
    addValue(feature, inputs);
    effect.add(parameter);
    for (int axis = 0; axis < positions.size(); axis++) {
      int slot = slots.get(axis);
      if (slot == Substitution.NONE) {
        effect.add((long) positions.get(axis));
      } else {
        addValue(slot, inputs);
      }
    }
    effect.seed(streams);
    return variates;
  }

  /** In the place of a value: a number for a text, and a text for a number. */
  static void addMissing(StreamSeeder seeder, Feature feature) {
    if (feature.type() == FeatureType.STRING) {
      seeder.add(0);
    } else {
      seeder.add("");
    }
  }

  private void addValue(int slot, Inputs inputs) {
    boolean isText = features.get(slot).type() == FeatureType.STRING;
    String text = texts[slot];
    if (isText ? text == null : Double.isNaN(inputs.number(slot))) {
      addMissing(effect, features.get(slot));
    } else if (text != null) {
      effect.add(text);
    } else {
      effect.add(inputs.number(slot));
    }
  }
}
