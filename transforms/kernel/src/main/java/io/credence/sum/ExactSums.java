package io.credence.sum;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Many sums of doubles without rounding, side by side: what {@link ExactSum} is for one, for the
 * samples of many records. The same records give the same sums in any order and any split.
 *
 * <p>A sum is a multiple of 2^-1074, in digits of 56 bits that each sit in a long. As a double has
 * 53 bits, it falls into two digits at most. The upper bits of a long take the carries of a hundred
 * additions. All sums have the same digits, from the lowest to the highest that one of them needs:
 * usually 3, which are 24 bytes for each sum.
 *
 * <p>Mutable, and not thread-safe.
 */
public final class ExactSums {

  private static final int DIGIT_BITS = 56;
  private static final long DIGIT = (1L << DIGIT_BITS) - 1;

  /** The exponent of the smallest double, of which every other one is a multiple. */
  private static final int UNIT = -1074;

  private static final int FRACTION_BITS = 52;
  private static final long FRACTION = (1L << FRACTION_BITS) - 1;
  private static final int INFINITE = 0x7FF;

  /** Each addition adds less than 2^56 to a digit, which is at most that after carries. */
  private static final int MOST_PENDING = 126;

  /** Far more than sums of 2^63 doubles need. */
  private static final int MOST_DIGITS = 40;

  private final int size;
  private long[][] digits = {};
  private int first;
  private int pending;

  /** So many sums of nothing. */
  public ExactSums(int size) {
    this.size = size;
  }

  /** How many sums there are. */
  public int size() {
    return size;
  }

  /** How much memory they take. */
  public long bytes() {
    return (long) digits.length * size * Long.BYTES;
  }

  /**
   * Adds a value to each sum.
   *
   * @param values at least as many as there are sums
   * @throws IllegalArgumentException when one is NaN or infinite; the sums are of no use then
   */
  public void add(double[] values) {
    for (int i = 0; i < size; i++) {
      long bits = Double.doubleToRawLongBits(values[i]);
      int exponent = (int) (bits >>> FRACTION_BITS) & INFINITE;
      long fraction = bits & FRACTION;
      int position = 0;
      if (exponent > 0) {
        fraction |= 1L << FRACTION_BITS;
        position = exponent - 1;
      }
      if (exponent == INFINITE) {
        throw new IllegalArgumentException("What is added must be finite, but is " + values[i]);
      }
      int digit = position / DIGIT_BITS;
      int shift = position % DIGIT_BITS;
      long low = (fraction << shift) & DIGIT;
      long high = fraction >>> (DIGIT_BITS - shift);
      long sign = bits >> (Long.SIZE - 1);
      if (low != 0) {
        digit(digit)[i] += (low ^ sign) - sign;
      }
      if (high != 0) {
        digit(digit + 1)[i] += (high ^ sign) - sign;
      }
    }
    if (++pending == MOST_PENDING) {
      carry();
    }
  }

  /** Adds other sums, which keep their values. */
  public void add(ExactSums other) {
    if (other.size != size) {
      throw new IllegalArgumentException(
          "There must be %s sums to add, but there are %s".formatted(size, other.size));
    }
    if (pending + other.pending + 1 >= MOST_PENDING) {
      carry();
      other.carry();
    }
    for (int digit = 0; digit < other.digits.length; digit++) {
      long[] from = other.digits[digit];
      long[] to = digit(other.first + digit);
      for (int i = 0; i < size; i++) {
        to[i] += from[i];
      }
    }
    pending += other.pending + 1;
  }

  /** A digit of all sums, for which room is made. */
  private long[] digit(int digit) {
    int at = digit - first;
    if (at < 0 || at >= digits.length) {
      makeRoom(digit);
    }
    return digits[digit - first];
  }

  private void makeRoom(int digit) {
    int from = digits.length == 0 ? digit : Math.min(digit, first);
    int to = digits.length == 0 ? digit : Math.max(digit, first + digits.length - 1);
    long[][] more = new long[to - from + 1][];
    System.arraycopy(digits, 0, more, digits.length == 0 ? 0 : first - from, digits.length);
    for (int i = 0; i < more.length; i++) {
      more[i] = more[i] == null ? new long[size] : more[i];
    }
    digits = more;
    first = from;
  }

  /** Leaves each digit within its 56 bits, and the highest within as many and a sign. */
  private void carry() {
    for (int digit = 0; digit < digits.length; digit++) {
      long[] from = digits[digit];
      if (digit == digits.length - 1 && isCarried(from)) {
        break;
      }
      long[] to = digit(first + digit + 1);
      for (int i = 0; i < size; i++) {
        to[i] += from[i] >> DIGIT_BITS;
        from[i] &= DIGIT;
      }
    }
    pending = 0;
  }

  /** Whether no number leaves the highest digit: those below 0 are a digit of minus 1 above it. */
  private static boolean isCarried(long[] highest) {
    for (long each : highest) {
      long above = each >> DIGIT_BITS;
      if (above != 0 && above != -1) {
        return false;
      }
    }
    return true;
  }

  /** The one form that these sums have: without carries, and with no digit more than they need. */
  private void normalize() {
    carry();
    int to = digits.length;
    while (to > 1 && isSign(digits[to - 1])) {
      to--;
      for (int i = 0; i < size; i++) {
        digits[to - 1][i] += digits[to][i] << DIGIT_BITS;
      }
    }
    if (to == 1 && isZero(digits[0])) {
      to = 0;
    }
    int from = 0;
    while (from < to && isZero(digits[from])) {
      from++;
    }
    digits = Arrays.copyOfRange(digits, from, to);
    first = digits.length == 0 ? 0 : first + from;
  }

  private static boolean isSign(long[] digit) {
    return Arrays.stream(digit).allMatch(each -> each == 0 || each == -1);
  }

  private static boolean isZero(long[] digit) {
    return Arrays.stream(digit).allMatch(each -> each == 0);
  }

  /**
   * The doubles nearest to the sums; of two that are equally near, the even one; infinite beyond
   * the largest.
   *
   * @param out receives them
   */
  public void doubleValues(double[] out) {
    carry();
    long[] magnitude = new long[digits.length];
    for (int i = 0; i < size; i++) {
      out[i] = doubleValue(i, magnitude);
    }
  }

  private double doubleValue(int i, long[] magnitude) {
    int last = magnitude.length - 1;
    boolean negative = last >= 0 && digits[last][i] < 0;
    long borrowed = 0;
    int highest = -1;
    for (int digit = 0; digit <= last; digit++) {
      long each = digits[digit][i];
      if (negative) {
        each = -each - borrowed;
        borrowed = each < 0 ? 1 : 0;
        each += borrowed << DIGIT_BITS;
      }
      magnitude[digit] = each;
      highest = each == 0 ? highest : digit;
    }
    double absolute = highest < 0 ? 0 : nearest(magnitude, highest);
    return negative ? -absolute : absolute;
  }

  /** Rounds the upper 57 bits or more; of those below, it matters whether there are any. */
  private double nearest(long[] magnitude, int highest) {
    int free = Long.numberOfLeadingZeros(magnitude[highest]);
    long head = magnitude[highest] << free;
    long next = highest > 0 ? magnitude[highest - 1] : 0;
    int spare = DIGIT_BITS - free;
    boolean inexact = spare > 0 && (next & ((1L << spare) - 1)) != 0;
    head |= spare > 0 ? next >>> spare : next << -spare;
    for (int digit = 0; digit < highest - 1 && !inexact; digit++) {
      inexact = magnitude[digit] != 0;
    }
    // A long has a sign: the lowest bit makes room for it, and is not forgotten.
    long half = (head >>> 1) | (head & 1) | (inexact ? 1 : 0);
    return Math.scalb((double) half, 1 - free + DIGIT_BITS * (first + highest) + UNIT);
  }

  /** Writes them; equal sums are written alike. */
  public void writeTo(DataOutput out) throws IOException {
    normalize();
    out.writeInt(size);
    out.writeInt(first);
    out.writeInt(digits.length);
    ByteBuffer bytes = ByteBuffer.allocate(size * Long.BYTES);
    for (long[] digit : digits) {
      bytes.asLongBuffer().put(digit);
      out.write(bytes.array());
    }
  }

  /** Reads what {@link #writeTo} wrote. */
  public static ExactSums readFrom(DataInput in) throws IOException {
    ExactSums sums = new ExactSums(in.readInt());
    sums.first = in.readInt();
    int count = in.readInt();
    if (count < 0 || count > MOST_DIGITS || sums.first < 0 || sums.first > MOST_DIGITS) {
      throw new IOException("These bytes are no sums");
    }
    sums.digits = new long[count][sums.size];
    byte[] bytes = new byte[sums.size * Long.BYTES];
    for (long[] digit : sums.digits) {
      in.readFully(bytes);
      ByteBuffer.wrap(bytes).asLongBuffer().get(digit);
    }
    return sums;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof ExactSums that) || size != that.size) {
      return false;
    }
    normalize();
    that.normalize();
    return first == that.first && Arrays.deepEquals(digits, that.digits);
  }

  @Override
  public int hashCode() {
    normalize();
    return Arrays.deepHashCode(digits);
  }

  @Override
  public String toString() {
    return "ExactSums{" + size + "}";
  }
}
