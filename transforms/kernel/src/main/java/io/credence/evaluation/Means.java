package io.credence.evaluation;

import io.credence.sum.ExactSum;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Several quantities of records: of each, how many values were finite, their sum and that of their
 * squares. Mutable; not thread-safe.
 */
final class Means {

  private final long[] counts;
  private final ExactSum[] sums;
  private final ExactSum[] squares;

  private Means(long[] counts, ExactSum[] sums, ExactSum[] squares) {
    this.counts = counts;
    this.sums = sums;
    this.squares = squares;
  }

  static Means of(int quantities) {
    return new Means(new long[quantities], sums(quantities), sums(quantities));
  }

  private static ExactSum[] sums(int n) {
    return Stream.generate(ExactSum::new).limit(n).toArray(ExactSum[]::new);
  }

  /** Adds a value; one that is not finite, or whose square is not, leaves the mean undefined. */
  void add(int quantity, double value) {
    if (value * value <= Double.MAX_VALUE) {
      counts[quantity]++;
      sums[quantity].add(value);
      squares[quantity].addSquare(value);
    }
  }

  void add(Means other) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
      sums[i].add(other.sums[i]);
      squares[i].add(other.squares[i]);
    }
  }

  void subtract(Means other) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] -= other.counts[i];
      sums[i].subtract(other.sums[i]);
      squares[i].subtract(other.squares[i]);
    }
  }

  /** Whether it is as if no value had been added. */
  boolean isZero() {
    return Arrays.stream(counts).allMatch(count -> count == 0)
        && Arrays.stream(sums).allMatch(ExactSum::isZero)
        && Arrays.stream(squares).allMatch(ExactSum::isZero);
  }

  /** How many quantities there are. */
  int size() {
    return counts.length;
  }

  /** How many values of a quantity were finite. */
  long count(int quantity) {
    return counts[quantity];
  }

  double sum(int quantity) {
    return sums[quantity].doubleValue();
  }

  double mean(int quantity) {
    return sums[quantity].doubleValue() / counts[quantity];
  }

  /** The standard deviation of a quantity; NaN for fewer than two values. */
  double deviation(int quantity) {
    long n = counts[quantity];
    return n < 2
        ? Double.NaN
        : Math.sqrt(sums[quantity].squaredDeviations(squares[quantity], n) / (n - 1));
  }

  /** The standard error of a mean; NaN for fewer than two values. */
  double error(int quantity) {
    long n = counts[quantity];
    return n < 2
        ? Double.NaN
        : Math.sqrt(sums[quantity].squaredDeviations(squares[quantity], n) / n / (n - 1));
  }

  void writeTo(DataOutput out) throws IOException {
    out.writeInt(counts.length);
    for (int i = 0; i < counts.length; i++) {
      out.writeLong(counts[i]);
      sums[i].writeTo(out);
      squares[i].writeTo(out);
    }
  }

  static Means readFrom(DataInput in) throws IOException {
    Means means = of(in.readInt());
    for (int i = 0; i < means.counts.length; i++) {
      means.counts[i] = in.readLong();
      means.sums[i] = ExactSum.readFrom(in);
      means.squares[i] = ExactSum.readFrom(in);
    }
    return means;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Means that
        && Arrays.equals(counts, that.counts)
        && Arrays.equals(sums, that.sums)
        && Arrays.equals(squares, that.squares);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(counts);
  }
}
