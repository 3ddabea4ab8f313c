package io.credence.distribution;

import java.util.function.DoubleUnaryOperator;

/** Integrals of smooth functions: Gauss's and Legendre's rule with 20 nodes. */
final class Quadrature {

  // numpy 2.4.6: numpy.polynomial.legendre.leggauss(20), the positive half.
  private static final double[] NODES = {
    0.07652652113349734, 0.22778585114164507, 0.37370608871541955, 0.5108670019508271,
    0.636053680726515, 0.7463319064601508, 0.8391169718222188, 0.912234428251326,
    0.9639719272779138, 0.993128599185095
  };
  private static final double[] WEIGHTS = {
    0.15275338713072628, 0.14917298647260424, 0.1420961093183824, 0.1316886384491769,
    0.1181945319615186, 0.1019301198172407, 0.08327674157670471, 0.06267204833410879,
    0.040601429800386446, 0.017614007139150893
  };
  private static final double NEGLIGIBLE = 0x1p-56;

  private Quadrature() {}

  /** The integral from a to b, in one step. */
  static double over(DoubleUnaryOperator f, double a, double b) {
    double middle = 0.5 * (a + b);
    double half = 0.5 * (b - a);
    double sum = 0;
    for (int i = 0; i < NODES.length; i++) {
      double step = half * NODES[i];
      sum += WEIGHTS[i] * (f.applyAsDouble(middle - step) + f.applyAsDouble(middle + step));
    }
    return half * sum;
  }

  /** The integral from b down to a, of a function that falls on this way, in steps of a width. */
  static double downward(DoubleUnaryOperator f, double a, double b, double width) {
    double sum = 0;
    for (double high = b; high > a; high -= width) {
      double part = over(f, Math.max(a, high - width), high);
      sum += part;
      if (part <= NEGLIGIBLE * sum) {
        break;
      }
    }
    return sum;
  }
}
