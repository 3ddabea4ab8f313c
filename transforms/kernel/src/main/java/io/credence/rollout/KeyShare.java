package io.credence.rollout;

import io.credence.predict.RecordKey;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * A share of all keys. A key belongs to it when
 *
 * <pre>first 8 bytes of SHA-256(salt, 0, key), as an unsigned number / 2^64 &lt; share</pre>
 *
 * where salt and key are UTF-8 with a zero byte between them. The key is its text: integers have no
 * .0 and truth values are in lower case. So a key is in or out wherever it is looked at; of one
 * salt, a smaller share lies within a larger one; and shares of different salts have nothing to do
 * with each other. In Python:
 *
 * <pre>{@code
 * def place(salt, key):
 *     if isinstance(key, float) and key.is_integer(): key = int(key)
 *     text = str(key).lower() if isinstance(key, bool) else str(key)
 *     return int.from_bytes(hashlib.sha256(f"{salt}\0{text}".encode()).digest()[:8], "big") / 2**64
 * }</pre>
 *
 * <p>This holds for texts, truth values, integers that are less than 2^63, and other numbers from
 * 0.001 to 10 million. Those beyond have a text of Java's, such as 1.0E-4.
 *
 * @param salt without a zero character
 * @param share in [0, 1]
 */
public record KeyShare(String salt, double share) implements Serializable {

  public KeyShare {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share must be from 0 to 1, but is " + share);
    }
    if (salt.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("salt must not hold a zero character");
    }
  }

  /**
   * Whether a key belongs to the share.
   *
   * @param key a number, a text or a truth value; 17, 17.0 and the text 17 are one key here.
   *     Anything else is no key, and in no share
   */
  public boolean has(@Nullable Object key) {
    if (key == null || !RecordKey.isOne(key)) {
      return false;
    }
    return share == 1 || Long.compareUnsigned(hash(RecordKey.text(key)), threshold()) < 0;
  }

  /** The smallest whole number that is not below share * 2^64, both of which are exact. */
  private long threshold() {
    double places = Math.ceil(share * 0x1p64);
    return places < 0x1p63 ? (long) places : (long) (places - 0x1p63) + Long.MIN_VALUE;
  }

  private long hash(String key) {
    MessageDigest sha256 = sha256();
    sha256.update(salt.getBytes(StandardCharsets.UTF_8));
    sha256.update((byte) 0);
    return ByteBuffer.wrap(sha256.digest(key.getBytes(StandardCharsets.UTF_8))).getLong();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
