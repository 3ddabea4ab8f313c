package io.credence.evaluation;

/**
 * Integrals by the rule of Gauss and Kronrod with 7 and 15 nodes, in halves of an interval where
 * the two disagree. Not thread-safe.
 */
abstract class AdaptiveQuadrature {

  // QUADPACK's dqk15 (Piessens and others, 1983): the positive half, the middle last.
  private static final double[] NODES = {
    0.9914553711208126,
    0.9491079123427585,
    0.8648644233597691,
    0.7415311855993945,
    0.5860872354676911,
    0.4058451513773972,
    0.20778495500789848
  };
  private static final double[] KRONROD = {
    0.022935322010529224,
    0.06309209262997856,
    0.10479001032225017,
    0.14065325971552592,
    0.1690047266392679,
    0.19035057806478542,
    0.20443294007529889
  };
  private static final double KRONROD_MIDDLE = 0.20948214108472782;

  /** Of every second node. */
  private static final double[] GAUSS = {
    0.1294849661688697, 0.27970539148927664, 0.3818300505051189
  };

  private static final double GAUSS_MIDDLE = 0.4179591836734694;

  private static final double RELATIVE = 1e-11;

  /** A step of the function is within an interval that hardly counts after so many halvings. */
  private static final int DEEPEST = 40;

  /** Far more than smooth functions need. */
  private static final int MOST_RULES = 1000;

  private int rules;

  /** The function. */
  abstract double at(double x);

  /** Begins anew to count how often the rule is used; at most 1,000 times, whatever comes of it. */
  final void begin() {
    rules = 0;
  }

  /**
   * The integral from a to b.
   *
   * @param tolerance by how much both rules may differ, unless that is 1e-11 of the integral; the
   *     better one is then far nearer
   */
  final double over(double a, double b, double tolerance) {
    return over(a, b, tolerance, 0);
  }

  private double over(double a, double b, double tolerance, int depth) {
    double middle = 0.5 * (a + b);
    double half = 0.5 * (b - a);
    double value = at(middle);
    double kronrod = KRONROD_MIDDLE * value;
    double gauss = GAUSS_MIDDLE * value;
    for (int i = 0; i < NODES.length; i++) {
      double step = half * NODES[i];
      double both = at(middle - step) + at(middle + step);
      kronrod += KRONROD[i] * both;
      gauss += i % 2 == 1 ? GAUSS[i / 2] * both : 0;
    }
    rules++;
    double near = Math.max(tolerance, RELATIVE * half * Math.abs(kronrod));
    boolean isNear = half * Math.abs(kronrod - gauss) <= near;
    if (isNear || depth == DEEPEST || rules >= MOST_RULES) {
      return half * kronrod;
    }
    return over(a, middle, tolerance, depth + 1) + over(middle, b, tolerance, depth + 1);
  }
}
