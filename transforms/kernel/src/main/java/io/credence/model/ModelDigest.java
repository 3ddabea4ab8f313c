package io.credence.model;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The SHA-256 that identifies a model: of the text that {@code sha256sum} prints for the files the
 * model consists of, in the order of their names.
 */
public final class ModelDigest implements Serializable {

  private static final long serialVersionUID = 1;

  private final byte[] bytes;

  private ModelDigest(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Returns the digest with these bytes.
   *
   * @param bytes 32 bytes, which are copied
   */
  public static ModelDigest of(byte[] bytes) {
    if (bytes.length != 32) {
      throw new IllegalArgumentException("A SHA-256 has 32 bytes, but found " + bytes.length);
    }
    return new ModelDigest(bytes.clone());
  }

  /**
   * Returns the digest of files.
   *
   * @param digests the SHA-256 of each file in hexadecimal, by name
   */
  public static ModelDigest ofFiles(Map<String, String> digests) {
    StringBuilder listing = new StringBuilder();
    new TreeMap<>(digests)
        .forEach((name, hex) -> listing.append(hex).append("  ").append(name).append('\n'));
    try {
      byte[] text = listing.toString().getBytes(StandardCharsets.UTF_8);
      return new ModelDigest(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** A copy of the 32 bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** 64 lower-case hexadecimal digits. */
  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ModelDigest that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return hex();
  }
}
