package io.credence.registry.signature;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;

/** The curves of keys that models are signed with, and the hash that each is used with. */
enum Curve {
  P256("secp256r1", "SHA256withECDSA"),
  P384("secp384r1", "SHA384withECDSA"),
  P521("secp521r1", "SHA512withECDSA");

  private final String curve;
  private final String algorithm;

  Curve(String curve, String algorithm) {
    this.curve = curve;
    this.algorithm = algorithm;
  }

  /** The algorithm of signatures, as Java names it. */
  String algorithm() {
    return algorithm;
  }

  /**
   * The curve of a key.
   *
   * @throws IllegalArgumentException when it is another one
   */
  static Curve of(ECKey key) {
    for (Curve each : values()) {
      if (each.isOf(key.getParams())) {
        return each;
      }
    }
    throw new IllegalArgumentException("must be of the curves P-256, P-384 or P-521");
  }

  private boolean isOf(ECParameterSpec key) {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec(curve));
      ECParameterSpec own = parameters.getParameterSpec(ECParameterSpec.class);
      return own.getCurve().equals(key.getCurve())
          && own.getGenerator().equals(key.getGenerator())
          && own.getOrder().equals(key.getOrder());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has the curves of NIST", e);
    }
  }
}
