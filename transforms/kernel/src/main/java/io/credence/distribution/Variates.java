package io.credence.distribution;

import io.credence.random.SampleStreams;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * The standard variates that the distributions are built from, over the streams of a record's
 * samples: {@link #at} chooses one.
 *
 * <p>Where a sampler of Commons RNG holds fixed parameters, it would have to be made anew for every
 * draw, because posterior draws differ in them; such variates are generated here without set-up.
 * Elementary functions are taken from {@link StrictMath}, because {@link Math} may differ in the
 * last bit from one kind of processor to another.
 *
 * <p>Variates of one sample are independent of each other and of those of all other samples. Not
 * thread-safe.
 */
public final class Variates {

  private final SampleStreams streams;
  private final ContinuousSampler gaussian;
  private final ContinuousSampler exponential;

  /** Variates that use up these streams. */
  public Variates(SampleStreams streams) {
    this.streams = streams;
    this.gaussian = ZigguratSampler.NormalizedGaussian.of(streams);
    this.exponential = ZigguratSampler.Exponential.of(streams);
  }

  /**
   * Goes to a sample's stream: to its beginning, or where it was left once these {@link #resume}. A
   * distribution does so once for each sample.
   */
  public void at(int sample) {
    streams.at(sample);
  }

  /**
   * Lets {@link #at} go to where a sample's stream was left, from here to the end of the record: so
   * that what one sample draws in several steps, or for several components of a distribution, is
   * independent. To be called before the first variate is drawn; again, it has no effect.
   *
   * @param samples how many there are
   */
  public void resume(int samples) {
    streams.resume(samples);
  }

  /** A standard normal variate of each sample from 0 to n - 1, into the same places of out. */
  public void gaussians(double[] out, int n) {
    for (int i = 0; i < n; i++) {
      streams.at(i);
      out[i] = gaussian.sample();
    }
  }

  /** A standard normal variate (McFarland's modified ziggurat, 2016). */
  public double gaussian() {
    return gaussian.sample();
  }

  /** An exponential variate with mean 1, likewise. */
  public double exponential() {
    return exponential.sample();
  }

  /** A number from [0, 1), a multiple of 2^-53. */
  public double uniform() {
    return streams.nextDouble();
  }

  /**
   * A gamma variate with scale 1, by the method of Marsaglia and Tsang, "A simple method for
   * generating gamma variables", ACM TOMS 26 (2000). A shape below 1 is raised by 1 and the variate
   * multiplied by U^(1 / shape), as section 6 of that paper has it, where -log(U) is drawn as an
   * exponential variate, because exp is much cheaper than pow. The product may underflow to 0.
   *
   * @param shape &gt; 0
   */
  public double gamma(double shape) {
    if (shape < 1) {
      double power = StrictMath.exp(-exponential() / shape);
      return gammaAtLeastOne(shape + 1) * power;
    }
    return gammaAtLeastOne(shape);
  }

  /**
   * A beta variate: the share of one gamma variate in the sum of two. Where a shape below 1 may
   * make both underflow, their logarithms are compared.
   *
   * @param alpha &gt; 0
   * @param beta &gt; 0
   */
  double beta(double alpha, double beta) {
    if (alpha >= 1 && beta >= 1) {
      double x = gammaAtLeastOne(alpha);
      return x / (x + gammaAtLeastOne(beta));
    }
    double difference = logGamma(beta) - logGamma(alpha);
    return 1 / (1 + StrictMath.exp(difference));
  }

  private double logGamma(double shape) {
    if (shape < 1) {
      double power = -exponential() / shape;
      return StrictMath.log(gammaAtLeastOne(shape + 1)) + power;
    }
    return StrictMath.log(gammaAtLeastOne(shape));
  }

  /** A standard Cauchy variate: the ratio of two normal ones. */
  double cauchy() {
    double numerator = gaussian();
    return numerator / gaussian();
  }

  /** A whole number from 0 to bound - 1, all equally likely. */
  long below(long bound) {
    return streams.nextLong(bound);
  }

  private double gammaAtLeastOne(double shape) {
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = gaussian.sample();
      double root = 1 + c * x;
      if (root <= 0) {
        continue;
      }
      double v = root * root * root;
      double u = uniform();
      double x2 = x * x;
      // The squeeze accepts nearly always and spares the logarithms.
      if (u < 1 - 0.0331 * x2 * x2
          || StrictMath.log(u) < 0.5 * x2 + d * (1 - v + StrictMath.log(v))) {
        return d * v;
      }
    }
  }
}
