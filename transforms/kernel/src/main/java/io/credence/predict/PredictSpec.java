package io.credence.predict;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How samples are drawn.
 *
 * @param numSamples posterior predictive samples per record, at least 1
 * @param seed the run seed
 * @param keyField the field that identifies a record; null when its feature values do, so that
 *     records with equal features get equal noise
 */
public record PredictSpec(int numSamples, long seed, @Nullable String keyField)
    implements Serializable {

  /** 1,000 samples, seed 0, and no key field. */
  public static final PredictSpec DEFAULT = new PredictSpec(1000, 0, null);

  /** Far beyond any use; a column of draws must fit an array for each parameter. */
  private static final int MAX_SAMPLES = 10_000_000;

  public PredictSpec {
    if (numSamples < 1 || numSamples > MAX_SAMPLES) {
      throw new IllegalArgumentException(
          "numSamples must be from 1 to " + MAX_SAMPLES + ", but is " + numSamples);
    }
  }

  public PredictSpec withNumSamples(int samples) {
    return new PredictSpec(samples, seed, keyField);
  }

  public PredictSpec withSeed(long runSeed) {
    return new PredictSpec(numSamples, runSeed, keyField);
  }

  public PredictSpec withKeyField(@Nullable String field) {
    return new PredictSpec(numSamples, seed, field);
  }
}
