package io.credence.registry;

import io.credence.folder.ModelFolder;
import io.credence.registry.store.RegistryStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The files of a version, where the registry keeps them.
 *
 * @param store of the registry
 * @param name of the folder within it
 */
record VersionFolder(RegistryStore store, String name) implements ModelFolder {

  @Override
  public String location() {
    return store.location(name);
  }

  @Override
  public InputStream open(String file) throws IOException {
    return new ByteArrayInputStream(store.read(name + "/" + file, RegistryStore.MAX_BYTES));
  }
}
