package io.credence.server.access;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;

/** Whether a private and a public key belong together. */
final class KeyPairs {

  private static final byte[] SIGNED = {1};

  private KeyPairs() {}

  /**
   * Signs something with the one and verifies it with the other.
   *
   * @throws GeneralSecurityException when they are no pair, or none that TLS has use for
   */
  static void requirePair(PrivateKey key, PublicKey certified) throws GeneralSecurityException {
    Signature signature = signature(certified);
    signature.initSign(key);
    signature.update(SIGNED);
    byte[] signed = signature.sign();
    signature.initVerify(certified);
    signature.update(SIGNED);
    if (!isVerified(signature, signed)) {
      throw new InvalidKeyException(
          "must have the private key of the certificate, but has that of another one");
    }
  }

  /** Of keys of other lengths it says no, or that there is no saying. */
  private static boolean isVerified(Signature signature, byte[] signed) {
    try {
      return signature.verify(signed);
    } catch (SignatureException e) {
      return false;
    }
  }

  private static Signature signature(PublicKey certified) throws GeneralSecurityException {
    String algorithm = certified.getAlgorithm();
    return switch (algorithm) {
      case "RSA" -> Signature.getInstance("SHA256withRSA");
      case "RSASSA-PSS" -> pss();
      case "EC" -> Signature.getInstance("SHA256withECDSA");
      case "EdDSA" -> Signature.getInstance("EdDSA");
      default ->
          throw new InvalidKeyException(
              "must belong to a certificate with a key of RSA, EC or EdDSA, but it has one of "
                  + algorithm);
    };
  }

  private static Signature pss() throws GeneralSecurityException {
    Signature signature = Signature.getInstance("RSASSA-PSS");
    signature.setParameter(
        new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
    return signature;
  }
}
