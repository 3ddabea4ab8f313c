package io.credence.server.reload;

import io.credence.folder.ModelFolder;
import org.jspecify.annotations.Nullable;

/** A folder is read again when somebody asks for it. */
record FolderSource(ModelFolder folder) implements ModelSource {

  @Override
  public String location() {
    return folder.location();
  }

  @Override
  public @Nullable String alias() {
    return null;
  }

  @Override
  public Offer offer() {
    return new Offer(folder, null);
  }
}
