package io.credence.registry.signature;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.SortedMap;

/** The private key with which somebody signs models. */
public final class SigningKey {

  /** More than the names and digests of a model's files have. */
  public static final int MAX_SIGNATURE_BYTES = 1 << 20;

  private final ECPrivateKey key;
  private final ECPublicKey publicKey;

  private SigningKey(ECPrivateKey key, ECPublicKey publicKey) {
    this.key = key;
    this.publicKey = publicKey;
  }

  /**
   * Reads one.
   *
   * @param file PEM with a key of P-256, P-384 or P-521 in PKCS#8
   * @throws IOException when it has none, or can't be read; says what would be right, and nothing
   *     of what the file holds
   */
  public static SigningKey read(Path file) throws IOException {
    ECPrivateKey key = PemKeys.privateKey(file);
    return new SigningKey(key, PemKeys.publicKeyBeside(file, key));
  }

  /**
   * What a signature claims to be of, trusted or not: the SHA-256 of each file in hexadecimal, by
   * name.
   *
   * @throws IOException when it is no signature
   */
  public static SortedMap<String, String> files(byte[] bundle) throws IOException {
    return Statement.read(Bundle.read(bundle).statement());
  }

  /**
   * Signs files.
   *
   * @param model what the model is called, for people
   * @param files the SHA-256 of each file in hexadecimal, by name
   * @return a bundle of Sigstore
   */
  public byte[] sign(String model, SortedMap<String, String> files) {
    byte[] statement = Statement.write(model, files);
    try {
      Signature signature = Signature.getInstance(Curve.of(key).algorithm());
      signature.initSign(key);
      signature.update(Statement.authenticated(Bundle.STATEMENT, statement));
      return Bundle.write(PublicKeyHint.of(publicKey), statement, signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A key of a known curve can sign", e);
    }
  }
}
