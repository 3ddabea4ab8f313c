package io.credence.score;

import io.credence.model.Model;
import io.credence.model.ModelDigest;
import java.io.Serializable;

/**
 * What a score says of the model that made it.
 *
 * @param digest of its files
 * @param acceptsUnseenLevels whether it scores records with levels that it was not trained on
 */
public record ScoredBy(String name, String version, ModelDigest digest, boolean acceptsUnseenLevels)
    implements Serializable {

  /** A model. */
  public static ScoredBy of(Model model) {
    return new ScoredBy(model.name(), model.version(), model.digest(), model.acceptsUnseenLevels());
  }
}
