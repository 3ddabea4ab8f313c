package io.credence.registry;

import io.credence.folder.ModelException;
import io.credence.folder.ModelLoader;
import io.credence.registry.log.Change.FileEntry;
import io.credence.registry.log.Change.SignatureEntry;
import io.credence.registry.signature.SigningKey;
import io.credence.registry.signature.TrustedKeys;
import io.credence.registry.store.RegistryStore;
import java.io.IOException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The signatures of a version, and what they are worth. */
final class Signatures {

  private final RegistryStore store;
  private final ModelVersion version;
  private final Resolved resolved;

  Signatures(RegistryStore store, ModelVersion version, Resolved resolved) {
    this.store = store;
    this.version = version;
    this.resolved = resolved;
  }

  /** What a signature of a version is made of. */
  static SortedMap<String, String> files(ModelVersion version) {
    SortedMap<String, String> files = new TreeMap<>();
    for (FileEntry file : version.registration().files()) {
      files.put(file.name(), file.sha256());
    }
    return files;
  }

  /**
   * Reads all files of the version, and compares them with what a trusted key signed.
   *
   * @throws RefusedException when no trusted key signed it, or what it signed was something else
   */
  void require(TrustedKeys keys) throws IOException, RefusedException {
    for (SignatureEntry entry : version.signatures()) {
      byte[] bundle =
          store.read(resolved.model() + "/" + entry.file(), SigningKey.MAX_SIGNATURE_BYTES);
      Optional<SortedMap<String, String>> signed = keys.signed(bundle);
      if (signed.isPresent()) {
        resolved.requireDigest(digest(signed.get()));
        return;
      }
    }
    throw new RefusedException(
        "%s %s has %s"
            .formatted(
                resolved.model(),
                resolved.version(),
                version.signatures().isEmpty()
                    ? "no signature; credence registry sign makes one"
                    : "no signature by a key of --trustedKeys, but %s by others"
                        .formatted(version.signatures().size())));
  }

  private String digest(SortedMap<String, String> signed) throws IOException, RefusedException {
    try {
      return ModelLoader.loadVerified(new SignedFolder(resolved.folder(), signed)).digest().hex();
    } catch (SignedFolder.UnsignedException e) {
      throw new RefusedException(String.valueOf(e.getMessage()));
    } catch (ModelException e) {
      throw new RefusedException(
          "%s: what was signed is no sound model: %s"
              .formatted(resolved.folder().location(), e.problems().get(0)));
    }
  }
}
