package io.credence.server.reload;

import io.credence.folder.ModelException;
import io.credence.folder.ModelFolder;
import io.credence.registry.Author;
import io.credence.registry.Candidate;
import io.credence.registry.RefusedException;
import io.credence.registry.Registry;
import io.credence.registry.RegistryLocation;
import io.credence.registry.signature.SigningKey;
import io.credence.registry.store.LocalRegistryStore;
import io.credence.server.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;

/** A registry of versions of the sample of category slopes, without their verify files. */
public final class Registered {

  public static final String MODEL = "category-slopes";
  private static final Author ADA = new Author("ada", "a test");

  private final Path folder;
  private final Registry registry;

  /**
   * @param folder for the registry, and for models beside it
   */
  public Registered(Path folder) {
    this.folder = folder;
    this.registry = new Registry(new LocalRegistryStore(folder.resolve("r")), Clock.systemUTC());
  }

  public Registry registry() {
    return registry;
  }

  /** Where the server finds its champion. */
  public String champion() {
    return "registry:" + folder.resolve("r") + "/" + MODEL + "@champion";
  }

  /** Registers a version in whose description a text is replaced by another. */
  public void register(String version, String text, String by)
      throws IOException, ModelException, RefusedException {
    Path sample = Path.of(TestServer.folders(MODEL));
    Path model = Files.createDirectories(folder.resolve("model-" + version));
    Files.copy(sample.resolve("posterior.nc"), model.resolve("posterior.nc"));
    Files.writeString(
        model.resolve("model.yaml"),
        Files.readString(sample.resolve("model.yaml"))
            .replace("version: 1.0.0", "version: " + version)
            .replace("verify: verify.jsonl\n", "")
            .replace(text, by));
    registry.register(Candidate.load(ModelFolder.local(model)), Map.of(), ADA);
  }

  public void register(String version) throws IOException, ModelException, RefusedException {
    register(version, "", "");
  }

  public void promote(String version) throws IOException, RefusedException {
    registry.promote(MODEL, version, "champion", null, true, ADA);
  }

  /** Signs a version with a key of its own, which is returned: a file with both halves. */
  Path sign(String version) throws Exception {
    Path file = folder.resolve("key.pem");
    if (!Files.exists(file)) {
      KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC");
      pairs.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = pairs.generateKeyPair();
      Files.writeString(
          file, pem("PRIVATE KEY", pair.getPrivate()) + pem("PUBLIC KEY", pair.getPublic()));
    }
    registry.sign(MODEL, version, SigningKey.read(file), ADA);
    return file;
  }

  private static String pem(String what, Key key) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(what, Base64.getMimeEncoder().encodeToString(key.getEncoded()), what);
  }

  public void rollback() throws IOException, RefusedException {
    registry.rollback(MODEL, "champion", ADA);
  }

  /** The description of a version as the registry keeps it, which nothing should change. */
  Path kept(String version) throws IOException, RefusedException {
    RegistryLocation location = RegistryLocation.parse(champion().replace("champion", version));
    return Path.of(registry.resolve(location).folder().location(), "model.yaml");
  }
}
