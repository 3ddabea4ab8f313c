package io.credence.registry.signature;

import io.credence.registry.log.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Base64;

/** What a signature says of its key: the SHA-256 of its PEM, as OpenSSL and Python write it. */
final class PublicKeyHint {

  private static final int LINE = 64;

  private PublicKeyHint() {}

  static String of(PublicKey key) {
    String base64 = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(key.getEncoded());
    String pem = "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
    return Sha256.hex(pem.getBytes(StandardCharsets.US_ASCII));
  }
}
