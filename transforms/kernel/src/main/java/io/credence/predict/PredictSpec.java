package io.credence.predict;

import io.credence.model.ModelDigest;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How samples are drawn.
 *
 * @param numSamples posterior predictive samples per record, at least 1
 * @param seed the run seed
 * @param keyField the field that identifies a record; null when its feature values do, so that
 *     records with equal features get equal noise
 * @param noiseId the digest of the model whose noise is used; null for that of the model itself.
 *     Models that are compared under one noise id and key get the same noise for each sample of a
 *     record
 */
public record PredictSpec(
    int numSamples, long seed, @Nullable String keyField, @Nullable ModelDigest noiseId)
    implements Serializable {

  /** 1,000 samples, seed 0, no key field, and the noise of the model itself. */
  public static final PredictSpec DEFAULT = new PredictSpec(1000, 0, null, null);

  /** Far beyond any use; a column of draws must fit an array for each parameter. */
  public static final int MAX_SAMPLES = 10_000_000;

  public PredictSpec {
    if (numSamples < 1 || numSamples > MAX_SAMPLES) {
      throw new IllegalArgumentException(
          "numSamples must be from 1 to " + MAX_SAMPLES + ", but is " + numSamples);
    }
  }

  public PredictSpec withNumSamples(int samples) {
    return new PredictSpec(samples, seed, keyField, noiseId);
  }

  public PredictSpec withSeed(long runSeed) {
    return new PredictSpec(numSamples, runSeed, keyField, noiseId);
  }

  public PredictSpec withKeyField(@Nullable String field) {
    return new PredictSpec(numSamples, seed, field, noiseId);
  }

  public PredictSpec withNoiseId(@Nullable ModelDigest digest) {
    return new PredictSpec(numSamples, seed, keyField, digest);
  }
}
