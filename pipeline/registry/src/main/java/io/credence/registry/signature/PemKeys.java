package io.credence.registry.signature;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys of elliptic curves in PEM. Messages never have anything of what a file holds. */
final class PemKeys {

  private static final int MAX_BYTES = 1 << 16;
  private static final int UNCOMPRESSED = 4;
  private static final Pattern PRIVATE = block("PRIVATE KEY");
  private static final Pattern PUBLIC = block("PUBLIC KEY");

  private PemKeys() {}

  private static Pattern block(String name) {
    return Pattern.compile(
        "-----BEGIN " + name + "-----([A-Za-z0-9+/=\\s]*?)-----END " + name + "-----");
  }

  /**
   * The public keys of a file, at least one.
   *
   * @throws IOException when it has none, or can't be read
   */
  static List<ECPublicKey> publicKeys(Path file) throws IOException {
    List<ECPublicKey> keys = new ArrayList<>();
    for (byte[] der : blocks(file, PUBLIC)) {
      keys.add((ECPublicKey) key(file, der, true));
    }
    if (keys.isEmpty()) {
      throw unfit(file, "must have public keys in PEM (BEGIN PUBLIC KEY)");
    }
    return keys;
  }

  /**
   * The private key of a file.
   *
   * @throws IOException when it has none, or can't be read
   */
  static ECPrivateKey privateKey(Path file) throws IOException {
    return (ECPrivateKey) key(file, pkcs8(file), false);
  }

  /**
   * The public key that belongs to the private one: OpenSSL and Python write it into the private
   * key, and a file may have it beside.
   */
  static ECPublicKey publicKeyBeside(Path file, ECPrivateKey key) throws IOException {
    List<byte[]> beside = blocks(file, PUBLIC);
    try {
      PublicKey found =
          KeyFactory.getInstance("EC")
              .generatePublic(
                  beside.isEmpty()
                      ? within(pkcs8(file), key)
                      : new X509EncodedKeySpec(beside.get(0)));
      requirePair(key, found);
      return (ECPublicKey) found;
    } catch (GeneralSecurityException e) {
      throw unfit(
          file,
          "must hold the public key that belongs to the private one;"
              + " openssl pkcs8 -topk8 -nocrypt keeps it");
    }
  }

  /** A private key of OpenSSL ends with the point of the public one, in full. */
  private static KeySpec within(byte[] der, ECPrivateKey key) throws InvalidKeySpecException {
    int length = (key.getParams().getCurve().getField().getFieldSize() + 7) / 8;
    int begin = der.length - 2 * length;
    if (begin < 1 || der[begin - 1] != UNCOMPRESSED) {
      throw new InvalidKeySpecException("has no public key");
    }
    ECPoint point =
        new ECPoint(
            new BigInteger(1, Arrays.copyOfRange(der, begin, begin + length)),
            new BigInteger(1, Arrays.copyOfRange(der, begin + length, der.length)));
    return new ECPublicKeySpec(point, key.getParams());
  }

  private static void requirePair(ECPrivateKey key, PublicKey publicKey)
      throws GeneralSecurityException {
    Signature signature = Signature.getInstance(Curve.of(key).algorithm());
    signature.initSign(key);
    byte[] signed = signature.sign();
    signature.initVerify(publicKey);
    if (!signature.verify(signed)) {
      throw new InvalidKeySpecException("has the public key of another");
    }
  }

  private static byte[] pkcs8(Path file) throws IOException {
    List<byte[]> keys = blocks(file, PRIVATE);
    if (keys.size() != 1) {
      throw unfit(
          file,
          "must have one private key in PKCS#8 (BEGIN PRIVATE KEY), not encrypted;"
              + " openssl pkcs8 -topk8 -nocrypt makes one");
    }
    return keys.get(0);
  }

  private static ECKey key(Path file, byte[] der, boolean isPublic) throws IOException {
    KeySpec spec = isPublic ? new X509EncodedKeySpec(der) : new PKCS8EncodedKeySpec(der);
    try {
      KeyFactory keys = KeyFactory.getInstance("EC");
      ECKey key = (ECKey) (isPublic ? keys.generatePublic(spec) : keys.generatePrivate(spec));
      Curve.of(key);
      return key;
    } catch (InvalidKeySpecException | IllegalArgumentException e) {
      throw unfit(file, "must have keys of the curves P-256, P-384 or P-521");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has elliptic curves", e);
    }
  }

  private static List<byte[]> blocks(Path file, Pattern pattern) throws IOException {
    if (Files.size(file) > MAX_BYTES) {
      throw unfit(file, "is larger than %s bytes, so it is no file of keys".formatted(MAX_BYTES));
    }
    // A file of bytes has none, as one of other texts.
    Matcher matcher = pattern.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
    List<byte[]> blocks = new ArrayList<>();
    while (matcher.find()) {
      try {
        blocks.add(Base64.getMimeDecoder().decode(matcher.group(1)));
      } catch (IllegalArgumentException e) {
        throw unfit(file, "holds a key that is damaged");
      }
    }
    return blocks;
  }

  private static IOException unfit(Path file, String what) {
    return new IOException(file + ": " + what);
  }
}
