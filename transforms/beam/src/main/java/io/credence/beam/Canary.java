package io.credence.beam;

import io.credence.rollout.KeyShare;
import io.credence.rollout.Rollout.Mode;
import java.io.Serializable;

/**
 * A challenger that scores the records of a share of all keys, in place of the model that scores
 * the others. Each record has the score, to the bit, that a run with its model alone gives it.
 *
 * @param challenger whose columns are those of the other model
 * @param share which keys it scores
 * @param mode why it does: for a canary or for an A/B test
 */
public record Canary(ModelRef challenger, KeyShare share, Mode mode) implements Serializable {

  /** The same with {@linkplain ModelRef#bare a bare reference}, for steps that only name it. */
  public Canary bare() {
    return new Canary(challenger.bare(), share, mode);
  }
}
