package io.credence.draws;

/**
 * Chooses which posterior draws serve the S samples of a record. The choice is the same for every
 * record, so whatever depends on parameters alone is prepared once per model.
 */
public final class Thinning {

  private Thinning() {}

  /**
   * Returns the position of a draw for each sample, where draws are flattened chain-major.
   *
   * <ul>
   *   <li>S = T: each draw once, in order.
   *   <li>S &lt; T: draw floor(i * T / S), which is evenly spaced over all chains.
   *   <li>S &gt; T: all draws floor(S / T) times, in order, and then the remaining R = S mod T
   *       samples evenly spaced, draw floor(i * T / R).
   * </ul>
   *
   * @param numSamples S, at least 1
   * @param draws T, at least 1
   * @return S positions, each in [0, T)
   * @throws IllegalArgumentException when either is below 1
   */
  public static int[] positions(int numSamples, int draws) {
    if (numSamples < 1 || draws < 1) {
      throw new IllegalArgumentException(
          "numSamples and draws must be at least 1, but are " + numSamples + " and " + draws);
    }
    int[] positions = new int[numSamples];
    int wholePasses = numSamples / draws * draws;
    for (int i = 0; i < wholePasses; i++) {
      positions[i] = i % draws;
    }
    int rest = numSamples - wholePasses;
    for (int i = 0; i < rest; i++) {
      positions[wholePasses + i] = (int) ((long) i * draws / rest);
    }
    return positions;
  }
}
