package io.credence.sum;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigInteger;

/**
 * A sum of doubles without rounding: the same values give the same sum in any order and any split,
 * and {@link #doubleValue} is the double nearest to it.
 *
 * <p>Every finite double is a whole multiple of 2^-1074. The sum is such a multiple, in limbs of 32
 * bits that each sit in a long. The upper half of a long takes the carries of very many additions,
 * which are propagated before it is full. Only limbs from the lowest to the highest that was needed
 * are kept, which are few where values are of similar size.
 *
 * <p>Mutable, and not thread-safe.
 */
public final class ExactSum {

  private static final int LIMB_BITS = 32;
  private static final long LIMB = 0xFFFF_FFFFL;

  /** The exponent of the smallest double, of which every other one is a multiple. */
  private static final int UNIT = -1074;

  private static final int FRACTION_BITS = 52;
  private static final long FRACTION = (1L << FRACTION_BITS) - 1;
  private static final int EXPONENTS = 0x7FF;

  /** Each addition adds less than 2^33 to a limb. */
  private static final int MOST_PENDING = 1 << 29;

  /** Far more than the largest sum has: that of 2^63 doubles. */
  private static final int MOST_BYTES = 300;

  private long[] limbs = {};
  private int first;
  private int pending;

  /**
   * Adds a value.
   *
   * @throws IllegalArgumentException when it is NaN or infinite
   */
  public void add(double value) {
    long bits = Double.doubleToRawLongBits(value);
    int exponent = (int) (bits >>> FRACTION_BITS) & EXPONENTS;
    if (exponent == EXPONENTS) {
      throw new IllegalArgumentException("What is added must be finite, but is " + value);
    }
    long fraction = bits & FRACTION;
    int position = 0;
    if (exponent > 0) {
      fraction |= 1L << FRACTION_BITS;
      position = exponent - 1;
    }
    if (fraction == 0) {
      return;
    }
    int limb = position / LIMB_BITS;
    int shift = position % LIMB_BITS;
    int at = place(limb, limb + 2);
    long low = (fraction & LIMB) << shift;
    long high = (fraction >>> LIMB_BITS) << shift;
    long sign = bits < 0 ? -1 : 1;
    limbs[at] += sign * (low & LIMB);
    limbs[at + 1] += sign * ((low >>> LIMB_BITS) + (high & LIMB));
    limbs[at + 2] += sign * (high >>> LIMB_BITS);
    pending++;
    if (pending == MOST_PENDING) {
      carry();
    }
  }

  /**
   * Adds the square of a value, without rounding it: what the product of doubles cuts off is added
   * beside it. Squares below 2^-970 lose what no double holds.
   *
   * @throws IllegalArgumentException when the square is NaN or infinite
   */
  public void addSquare(double value) {
    double square = value * value;
    add(square);
    add(Math.fma(value, value, -square));
  }

  /** Adds another sum, which is left as it is. */
  public void add(ExactSum other) {
    addUnits(other.units());
  }

  /** Takes another sum off, which is left as it is: what was added before is gone to the bit. */
  public void subtract(ExactSum other) {
    addUnits(other.units().negate());
  }

  /** Whether it is exactly 0, as that of no values is. */
  public boolean isZero() {
    return units().signum() == 0;
  }

  private void addUnits(BigInteger units) {
    setUnits(units().add(units));
  }

  /** Makes room for limbs, and returns where the lowest of them is. */
  private int place(int lowest, int highest) {
    if (limbs.length == 0) {
      first = lowest;
      limbs = new long[highest - lowest + 1];
    } else if (lowest < first || highest >= first + limbs.length) {
      int from = Math.min(lowest, first);
      int to = Math.max(highest + 1, first + limbs.length);
      long[] more = new long[to - from];
      System.arraycopy(limbs, 0, more, first - from, limbs.length);
      limbs = more;
      first = from;
    }
    return lowest - first;
  }

  private void carry() {
    setUnits(units());
  }

  /** The sum as a multiple of 2^-1074. */
  private BigInteger units() {
    BigInteger sum = BigInteger.ZERO;
    for (int i = limbs.length - 1; i >= 0; i--) {
      sum = sum.shiftLeft(LIMB_BITS).add(BigInteger.valueOf(limbs[i]));
    }
    return sum.shiftLeft(LIMB_BITS * first);
  }

  private void setUnits(BigInteger units) {
    limbs = new long[0];
    pending = 0;
    if (units.signum() == 0) {
      return;
    }
    BigInteger rest = units.abs();
    int lowest = rest.getLowestSetBit() / LIMB_BITS;
    rest = rest.shiftRight(lowest * LIMB_BITS);
    place(lowest, lowest + (rest.bitLength() - 1) / LIMB_BITS);
    for (int i = 0; i < limbs.length; i++) {
      limbs[i] = units.signum() * (rest.longValue() & LIMB);
      rest = rest.shiftRight(LIMB_BITS);
    }
  }

  /**
   * The double nearest to the sum; of two that are equally near, the even one; infinite beyond the
   * largest. That of no values is 0.
   */
  public double doubleValue() {
    return nearest(units(), UNIT);
  }

  /**
   * The sum of the squared differences of n values from their mean, this being the sum of the
   * values: nothing cancels, however large the mean is.
   *
   * @param squares the sum of their squares, as {@link #addSquare} adds them
   */
  public double squaredDeviations(ExactSum squares, long n) {
    BigInteger units = units();
    BigInteger deviations =
        squares.units().shiftLeft(-UNIT).multiply(BigInteger.valueOf(n)).subtract(units.pow(2));
    return nearest(deviations, 2 * UNIT) / n;
  }

  /** The double nearest to a whole number of times a power of two. */
  private static double nearest(BigInteger units, int power) {
    BigInteger size = units.abs();
    int spare = Math.max(0, size.bitLength() - Long.SIZE);
    BigInteger head = size.shiftRight(spare);
    if (spare > 0 && size.getLowestSetBit() < spare) {
      head = head.setBit(0); // What was cut off decides a tie.
    }
    return units.signum() * Math.scalb(head.doubleValue(), spare + power);
  }

  /** Writes it; equal sums are written alike. */
  public void writeTo(DataOutput out) throws IOException {
    BigInteger units = units();
    int zeros = Math.max(0, units.getLowestSetBit());
    byte[] bytes = units.shiftRight(zeros).toByteArray();
    out.writeShort(zeros);
    out.writeShort(bytes.length);
    out.write(bytes);
  }

  /** Reads what {@link #writeTo} wrote. */
  public static ExactSum readFrom(DataInput in) throws IOException {
    int zeros = in.readUnsignedShort();
    byte[] bytes = new byte[in.readUnsignedShort()];
    if (bytes.length == 0 || bytes.length > MOST_BYTES || zeros > MOST_BYTES * Byte.SIZE) {
      throw new IOException("These bytes are no sum");
    }
    in.readFully(bytes);
    ExactSum sum = new ExactSum();
    sum.setUnits(new BigInteger(bytes).shiftLeft(zeros));
    return sum;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ExactSum that && units().equals(that.units());
  }

  @Override
  public int hashCode() {
    return units().hashCode();
  }

  @Override
  public String toString() {
    return Double.toString(doubleValue());
  }
}
