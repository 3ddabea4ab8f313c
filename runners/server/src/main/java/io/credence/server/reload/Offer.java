package io.credence.server.reload;

import io.credence.folder.ModelException;
import io.credence.folder.ModelFolder;
import io.credence.predict.PredictSpec;
import io.credence.registry.RefusedException;
import io.credence.registry.Resolved;
import io.credence.server.scoring.ServedModel;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A model that may be served.
 *
 * @param folder its files
 * @param resolved what the registry says of it; null when it is none's
 */
public record Offer(ModelFolder folder, @Nullable Resolved resolved) {

  /**
   * Loads and verifies it.
   *
   * @param base how samples are drawn where a request asks for nothing else
   * @throws ModelException when the folder holds no sound model
   * @throws RefusedException when it holds another model than was registered
   * @throws IOException when it can't be read
   */
  ServedModel load(PredictSpec base) throws ModelException, RefusedException, IOException {
    ServedModel model = ServedModel.load(folder, base);
    if (resolved != null) {
      resolved.requireDigest(model.digest());
    }
    return model;
  }

  /** The event by which the registry means it; 0 when it is none's. */
  int event() {
    return resolved == null ? 0 : resolved.event();
  }

  /** Whether it is known, without loading it, to be a model that has a digest. */
  boolean isKnownAs(String digest) {
    return resolved != null && resolved.digest().equals(digest);
  }
}
