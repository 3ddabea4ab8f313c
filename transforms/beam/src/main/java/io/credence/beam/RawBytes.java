package io.credence.beam;

import java.util.Arrays;

/** Bytes as they arrived. Immutable, and equal to bytes of the same content. */
public final class RawBytes {

  private final byte[] bytes;

  private RawBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Takes a copy. */
  public static RawBytes copyOf(byte[] bytes) {
    return new RawBytes(bytes.clone());
  }

  /** A copy. */
  public byte[] toByteArray() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RawBytes that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "RawBytes{" + bytes.length + "}";
  }
}
