package io.credence.registry;

import io.credence.folder.ModelFolder;
import io.credence.registry.log.Sha256;
import io.credence.registry.store.RegistryStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.SortedMap;

/**
 * A model folder of which nothing is read that was not signed.
 *
 * @param signed the SHA-256 of each file in hexadecimal, by name
 */
record SignedFolder(ModelFolder folder, SortedMap<String, String> signed) implements ModelFolder {

  @Override
  public String location() {
    return folder.location();
  }

  @Override
  public InputStream open(String name) throws IOException {
    try (InputStream in = folder.open(name)) {
      byte[] content = in.readNBytes(RegistryStore.MAX_BYTES);
      String found = Sha256.hex(content);
      if (!found.equals(signed.get(name))) {
        throw new UnsignedException(
            "%s/%s: has the SHA-256 %s, but %s"
                .formatted(
                    location(),
                    name,
                    found,
                    signed.containsKey(name)
                        ? signed.get(name) + " was signed"
                        : "the signature is of other files"));
      }
      return new ByteArrayInputStream(content);
    }
  }

  /** A file that is not as it was signed. */
  static final class UnsignedException extends IOException {

    private static final long serialVersionUID = 1;

    UnsignedException(String message) {
      super(message);
    }
  }
}
