package io.credence.model;

import io.credence.deadletter.UnscorableException;
import java.util.Optional;

/**
 * Draws the posterior predictive samples of one record after another.
 *
 * <p>Not thread-safe: it may own scratch memory.
 */
public interface Sampler {

  /**
   * Draws the samples of a record. They must depend on the arguments and the model alone, to the
   * bit, and take all randomness from {@code noise}.
   *
   * @param record the features of the record, each of the type and in the range that the model asks
   * @param noise the noise of this record; a copy would be stale at the next
   * @param out receives the samples and probabilities of all outputs, which share posterior draw
   *     and noise. One that is NaN or infinite makes the record a dead letter.
   * @throws UnscorableException when the record can't be scored
   */
  void sample(Inputs record, Noise noise, Predictive out) throws UnscorableException;

  /**
   * The predictive distribution of an output without sampling noise, a view that follows this
   * sampler from record to record; empty, the default, where there are samples alone.
   *
   * @param output its position in the model
   */
  default Optional<PredictiveMixture> mixture(int output) {
    return Optional.empty();
  }

  /** Where to look for the cause of a sample that is not finite, for the message. */
  default String causeOf(int sample) {
    return "look for the cause in the model";
  }
}
