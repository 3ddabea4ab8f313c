package io.credence.server.reload;

import io.credence.folder.ModelFolder;
import io.credence.registry.RefusedException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where a model that is served comes from, and its next version. */
public interface ModelSource {

  /** As it was asked for. */
  String location();

  /** The alias that decides which version it is; null when none does. */
  @Nullable String alias();

  /**
   * What is to be served now.
   *
   * @throws RefusedException when a registry has no such model, or no trusted key has signed it
   * @throws IOException when it can't be found out
   */
  Offer offer() throws IOException, RefusedException;

  /** A folder, which holds one version or another. */
  static ModelSource of(ModelFolder folder) {
    return new FolderSource(folder);
  }
}
