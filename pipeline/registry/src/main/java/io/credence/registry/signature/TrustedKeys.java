package io.credence.registry.signature;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** The public keys of those whose signatures count. */
public final class TrustedKeys {

  private final List<ECPublicKey> keys;

  private TrustedKeys(List<ECPublicKey> keys) {
    this.keys = keys;
  }

  /**
   * Reads them.
   *
   * @param files PEM, each with one public key or several
   * @throws IOException when one has none, or can't be read
   */
  public static TrustedKeys read(List<Path> files) throws IOException {
    List<ECPublicKey> keys = new ArrayList<>();
    for (Path file : files) {
      keys.addAll(PemKeys.publicKeys(file));
    }
    return new TrustedKeys(keys);
  }

  /**
   * What a signature says, if one of the keys made it: the SHA-256 of each file in hexadecimal, by
   * name.
   *
   * @param bundle as a {@link SigningKey} writes it
   * @throws IOException when it is no signature, or of something else than files
   */
  public Optional<SortedMap<String, String>> signed(byte[] bundle) throws IOException {
    Bundle read = Bundle.read(bundle);
    for (ECPublicKey key : keys) {
      if (isBy(key, read)) {
        return Optional.of(Statement.read(read.statement()));
      }
    }
    return Optional.empty();
  }

  private static boolean isBy(ECPublicKey key, Bundle bundle) {
    try {
      Signature signature = Signature.getInstance(Curve.of(key).algorithm());
      signature.initVerify(key);
      signature.update(Statement.authenticated(Bundle.STATEMENT, bundle.statement()));
      return signature.verify(bundle.signature());
    } catch (SignatureException e) {
      // It is of another curve, or none at all.
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A key of a known curve can verify", e);
    }
  }
}
