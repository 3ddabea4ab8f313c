package io.credence.diagnostics;

import java.util.Arrays;
import java.util.Objects;

/**
 * Convergence diagnostics of one scalar quantity, as {@code arviz.rhat} and {@code arviz.ess}
 * define them by default.
 *
 * <p>Draws lie chain-major: draw d of chain c at {@code offset + c * drawsPerChain + d}. Each chain
 * is split into its first and last half (the middle draw of an odd number is left out), and draws
 * are replaced by the normal scores of their ranks, so neither figure needs the quantity to have a
 * variance. Arrays are only read; all methods may be called from many threads.
 */
public final class Diagnostics {

  /** Two halves of two draws: fewer have no variance. */
  private static final int MIN_DRAWS = 4;

  private Diagnostics() {}

  /**
   * The rank-normalised split R-hat: the larger of the one for location (bulk) and the one for
   * scale (draws folded about their median). Near 1 when the chains agree; above 1.01 they do not
   * yet.
   *
   * @param values holds the draws
   * @param offset index of the first draw
   * @param chains number of chains
   * @param drawsPerChain number of draws in each
   * @return R-hat; NaN for one chain, fewer than 4 draws per chain, a NaN among the draws, or draws
   *     that are all equal
   * @throws IndexOutOfBoundsException if the array holds fewer draws
   */
  public static double rHat(double[] values, int offset, int chains, int drawsPerChain) {
    double[] draws = copy(values, offset, chains, drawsPerChain);
    if (chains < 2 || drawsPerChain < MIN_DRAWS || hasNaN(draws)) {
      return Double.NaN;
    }
    Halves halves = Halves.of(draws, chains, drawsPerChain);
    double bulk = halves.normalScores().rHat();
    double tail = halves.folded().normalScores().rHat();
    return tail > bulk ? tail : bulk; // a NaN tail yields to the bulk, as in ArviZ
  }

  /**
   * The effective sample size of the bulk: how many independent draws would estimate the location
   * as well. Summing autocorrelations stops by Geyer's initial monotone sequence.
   *
   * @param values holds the draws
   * @param offset index of the first draw
   * @param chains number of chains, one suffices
   * @param drawsPerChain number of draws in each
   * @return the effective sample size, which for draws that repel each other exceeds their number,
   *     up to log10 of it times; the number of draws if they are all equal; NaN for fewer than 4
   *     draws per chain, or a NaN among them
   * @throws IndexOutOfBoundsException if the array holds fewer draws
   */
  public static double essBulk(double[] values, int offset, int chains, int drawsPerChain) {
    double[] draws = copy(values, offset, chains, drawsPerChain);
    if (chains < 1 || drawsPerChain < MIN_DRAWS || hasNaN(draws)) {
      return Double.NaN;
    }
    return EffectiveSampleSize.of(Halves.of(draws, chains, drawsPerChain).normalScores());
  }

  private static double[] copy(double[] values, int offset, int chains, int drawsPerChain) {
    int count = Math.multiplyExact(chains, drawsPerChain);
    Objects.checkFromIndexSize(offset, count, values.length);
    return Arrays.copyOfRange(values, offset, offset + count);
  }

  private static boolean hasNaN(double[] draws) {
    return Arrays.stream(draws).anyMatch(Double::isNaN);
  }
}
