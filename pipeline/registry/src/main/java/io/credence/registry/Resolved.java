package io.credence.registry;

import io.credence.folder.ModelFolder;

/**
 * What a location of a registry came to, at one moment.
 *
 * @param model the model's name
 * @param version the version
 * @param digest of the version's model, in hexadecimal
 * @param folder its files
 * @param event the number of the event that says so: of the alias' last change, or the version's
 *     registration
 */
public record Resolved(String model, String version, String digest, ModelFolder folder, int event) {

  /**
   * Compares what was loaded from the folder with what was registered.
   *
   * @throws RefusedException when it is another model by now
   */
  public void requireDigest(String loaded) throws RefusedException {
    if (!loaded.equals(digest)) {
      throw new RefusedException(
          "%s: is a model with digest %s, but %s was registered; credence registry verify tells more"
              .formatted(folder.location(), loaded, digest));
    }
  }
}
