package io.credence.server.access;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what is in PEM files. */
final class PemFile {

  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----(.*?)-----END PRIVATE KEY-----", Pattern.DOTALL);

  private PemFile() {}

  /**
   * The certificates of a file, at least one.
   *
   * @throws CertificateException when it has none
   */
  static List<Certificate> certificates(Path file) throws CertificateException, IOException {
    try (InputStream in = Files.newInputStream(file)) {
      List<Certificate> all =
          List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(in));
      if (all.isEmpty()) {
        throw new CertificateException("has no certificate");
      }
      return all;
    } catch (CertificateException e) {
      throw new CertificateException("must have certificates in PEM (BEGIN CERTIFICATE)", e);
    }
  }

  /**
   * The private key of a file.
   *
   * @param algorithm that of its certificate
   * @throws InvalidKeySpecException when it has none, or of another algorithm
   */
  static PrivateKey privateKey(Path file, String algorithm)
      throws GeneralSecurityException, IOException {
    // A file of bytes has none, as one of other texts.
    Matcher matcher = KEY.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
    if (matcher.find()) {
      try {
        byte[] der = Base64.getMimeDecoder().decode(matcher.group(1));
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
      } catch (InvalidKeySpecException | IllegalArgumentException e) {
        throw unfit(algorithm);
      }
    }
    throw unfit(algorithm);
  }

  /** Without what the file holds, which is secret. */
  private static InvalidKeySpecException unfit(String algorithm) {
    return new InvalidKeySpecException(
        "must have a private key in PKCS#8 (BEGIN PRIVATE KEY), not encrypted, of the certificate's algorithm %s; openssl pkcs8 -topk8 -nocrypt makes one"
            .formatted(algorithm));
  }
}
