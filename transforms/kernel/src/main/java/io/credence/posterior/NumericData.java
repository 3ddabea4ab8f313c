package io.credence.posterior;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The values of a numeric variable as doubles, in C order. Integers beyond 2^53 lose their last
 * digits, as they do in NumPy. Durations are in seconds, dates in seconds since 1970-01-01.
 */
final class NumericData {

  private NumericData() {}

  /** The whole variable at once: reading slices would decompress every block again for each. */
  static double[] read(NetCdfVariable variable) throws UnreadableException {
    return tryRead(variable)
        .orElseThrow(
            () ->
                new UnreadableException(
                    "variable %s must hold numbers, but holds %s. Drop it before saving"
                        .formatted(variable.path(), typeName(variable))));
  }

  /** As {@link #read}; empty if the variable holds no numbers. */
  static Optional<double[]> tryRead(NetCdfVariable variable) throws UnreadableException {
    return UntrustedBytes.decode("variable " + variable.path(), () -> decode(variable));
  }

  private static Optional<double[]> decode(NetCdfVariable variable) throws UnreadableException {
    if (!isNumeric(variable.dataset().getJavaType())) {
      return Optional.empty();
    }
    double[] values = doubles(stored(variable));
    if (values == null) {
      return Optional.empty();
    }
    Packing.of(variable.dataset()).unpack(values);
    TimeUnits.of(variable.dataset()).ifPresent(units -> units.toSeconds(values));
    return Optional.of(values);
  }

  /** The array that the library makes of a variable, which need not hold numbers. */
  static Object stored(NetCdfVariable variable) throws UnreadableException {
    StorageGuard.check(variable);
    // The library gives an Object[] for empty ones.
    return variable.dataset().getSize() == 0 ? new double[0] : variable.dataset().getDataFlat();
  }

  private static boolean isNumeric(Class<?> type) {
    return Number.class.isAssignableFrom(type) || (type.isPrimitive() && type != boolean.class);
  }

  private static String typeName(NetCdfVariable variable) {
    return variable.dataset().getJavaType() == String.class ? "text" : "something else";
  }

  private static double @Nullable [] doubles(Object flat) {
    if (flat instanceof double[] doubles) {
      return doubles;
    }
    if (flat instanceof float[] floats) {
      double[] values = new double[floats.length];
      Arrays.setAll(values, i -> floats[i]);
      return values;
    }
    if (flat instanceof BigInteger[] unsigned) {
      return Arrays.stream(unsigned).mapToDouble(BigInteger::doubleValue).toArray();
    }
    return integers(flat);
  }

  private static double @Nullable [] integers(Object flat) {
    if (flat instanceof long[] longs) {
      return Arrays.stream(longs).asDoubleStream().toArray();
    }
    if (flat instanceof int[] ints) {
      return Arrays.stream(ints).asDoubleStream().toArray();
    }
    if (flat instanceof short[] shorts) {
      double[] values = new double[shorts.length];
      Arrays.setAll(values, i -> shorts[i]);
      return values;
    }
    if (flat instanceof byte[] bytes) {
      double[] values = new double[bytes.length];
      Arrays.setAll(values, i -> bytes[i]);
      return values;
    }
    return null;
  }
}
