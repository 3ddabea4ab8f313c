package io.credence.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credence.registry.log.Change.Registration;
import io.credence.registry.log.Sha256;
import io.credence.registry.signature.SigningKey;
import io.credence.registry.signature.TrustedKeys;
import io.credence.registry.store.LocalRegistryStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignaturesTest {

  private static final Author ADA = new Author("ada", "a test");

  private final Path folder;
  private final Registry registry;

  SignaturesTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    registry = new Registry(new LocalRegistryStore(folder.resolve("registry")), Clock.systemUTC());
    registry.register(Models.version(folder, "1.0.0"), Map.of(), ADA);
  }

  private Resolved resolve() throws Exception {
    return registry.resolve(new RegistryLocation(registry.location(), Models.NAME, "1.0.0"));
  }

  /** A file of a private key, and beside it one of its public key. */
  private Path key(String name, String curve) throws Exception {
    KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC");
    pairs.initialize(new ECGenParameterSpec(curve));
    KeyPair pair = pairs.generateKeyPair();
    String publicKey = pem("PUBLIC KEY", pair.getPublic().getEncoded());
    Files.writeString(folder.resolve(name + ".pub"), publicKey);
    return Files.writeString(
        folder.resolve(name), pem("PRIVATE KEY", pair.getPrivate().getEncoded()) + publicKey);
  }

  private static String pem(String what, byte[] der) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(what, Base64.getMimeEncoder().encodeToString(der), what);
  }

  private TrustedKeys trusted(String... names) throws IOException {
    return TrustedKeys.read(
        List.of(names).stream().map(name -> folder.resolve(name + ".pub")).toList());
  }

  private void sign(Path key) throws Exception {
    registry.sign(Models.NAME, "1.0.0", SigningKey.read(key), ADA);
  }

  @ParameterizedTest
  @ValueSource(strings = {"secp256r1", "secp384r1", "secp521r1"})
  void oneOfSeveralTrustedKeysIsEnough(String curve) throws Exception {
    sign(key("ada", curve));
    key("bob", "secp256r1");
    assertThatCode(() -> registry.requireSigned(resolve(), trusted("bob", "ada")))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> registry.requireSigned(resolve(), trusted("bob")))
        .isInstanceOf(RefusedException.class)
        .hasMessage(
            "category-slopes 1.0.0 has no signature by a key of --trustedKeys, but 1 by others");
    assertThat(registry.verify(Models.NAME).problems()).isEmpty();
  }

  @Test
  void withoutASignatureNobodyVouches() throws Exception {
    key("ada", "secp256r1");
    assertThatThrownBy(() -> registry.requireSigned(resolve(), trusted("ada")))
        .hasMessage("category-slopes 1.0.0 has no signature; credence registry sign makes one");
  }

  /** Whatever the log says of it: who changed the file could have written another log. */
  @Test
  void aFileThatWasChangedIsNotWhatWasSigned() throws Exception {
    sign(key("ada", "secp256r1"));
    Path yaml = Path.of(resolve().folder().location(), "model.yaml");
    Files.writeString(yaml, Files.readString(yaml).replace("beta[category]", "3 * beta[category]"));
    assertThatThrownBy(() -> registry.requireSigned(resolve(), trusted("ada")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("model.yaml: has the SHA-256")
        .hasMessageContaining("was signed");
  }

  @Test
  void everyChangedByteOfASignatureIsFound() throws Exception {
    sign(key("ada", "secp256r1"));
    Path signature;
    try (var files = Files.list(folder.resolve("registry/category-slopes/signatures"))) {
      signature = files.findFirst().orElseThrow();
    }
    byte[] content = Files.readAllBytes(signature);
    for (int i = 0; i < content.length; i += 7) {
      byte[] changed = content.clone();
      changed[i] ^= 1;
      Files.write(signature, changed);
      assertThat(registry.verify(Models.NAME).problems()).as("byte %s", i).hasSize(1);
    }
  }

  @Test
  void aSignatureThatSomebodyMadeElsewhere() throws Exception {
    SigningKey key = SigningKey.read(key("ada", "secp256r1"));
    Registration registration =
        registry.history(Models.NAME).version("1.0.0").orElseThrow().registration();
    SortedMap<String, String> files = new TreeMap<>();
    registration.files().forEach(file -> files.put(file.name(), file.sha256()));
    files.put("README.md", "00".repeat(32));
    registry.sign(Models.NAME, "1.0.0", key.sign("any", files), ADA);
    assertThatCode(() -> registry.requireSigned(resolve(), trusted("ada")))
        .doesNotThrowAnyException();
    files.remove("posterior.nc");
    assertThatThrownBy(() -> registry.sign(Models.NAME, "1.0.0", key.sign("any", files), ADA))
        .hasMessageContaining("the signature is not of posterior.nc of category-slopes 1.0.0");
    assertThatThrownBy(() -> registry.sign(Models.NAME, "1.0.0", new byte[] {'{', '}'}, ADA))
        .hasMessageContaining("is no signature of OpenSSF Model Signing");
  }

  /**
   * By {@code model_signing sign key --private_key key.pem --signature model.sig FOLDER}, version
   * 1.1.1 from PyPI, of a folder with two files, "one\n" and "two\n".
   */
  @Test
  void whatThePythonPackageSignsIsUnderstood() throws Exception {
    Path made = Path.of("src/test/resources/openssf");
    TrustedKeys trusted = TrustedKeys.read(List.of(made.resolve("key.pub")));
    byte[] signature = Files.readAllBytes(made.resolve("model.sig"));
    assertThat(trusted.signed(signature))
        .hasValue(
            new TreeMap<>(
                Map.of(
                    "a.txt", Sha256.hex("one\n".getBytes(UTF_8)),
                    "b.txt", Sha256.hex("two\n".getBytes(UTF_8)))));
    key("bob", "secp256r1");
    assertThat(trusted("bob").signed(signature)).isEmpty();
  }

  @Test
  void whatHoldsNoKeySaysWhatWouldBeRight() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty"), "-----BEGIN EC PRIVATE KEY-----");
    assertThatThrownBy(() -> SigningKey.read(empty))
        .hasMessageContaining("must have one private key in PKCS#8 (BEGIN PRIVATE KEY)");
    assertThatThrownBy(() -> TrustedKeys.read(List.of(empty)))
        .hasMessageContaining("must have public keys in PEM (BEGIN PUBLIC KEY)");
    KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
    rsa.initialize(2048);
    Path other =
        Files.writeString(
            folder.resolve("rsa"),
            pem("PUBLIC KEY", rsa.generateKeyPair().getPublic().getEncoded()));
    assertThatThrownBy(() -> TrustedKeys.read(List.of(other)))
        .hasMessageContaining("must have keys of the curves P-256, P-384 or P-521");
  }
}
