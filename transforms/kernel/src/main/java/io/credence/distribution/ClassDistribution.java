package io.credence.distribution;

import io.credence.draws.DrawColumn;

/**
 * A distribution over classes: its samples are numbers of classes, from 0, its support is {@link
 * Support#CLASSES}, and it knows the probability of each class.
 *
 * <p>One parameter is a vector, such as the probabilities of classes or the cutpoints between them.
 * Each of its elements has a column of its own, in its place among the parameters: the columns of
 * {@code ordered_logistic(eta, cutpoints)} are eta, cutpoints[0], cutpoints[1], ….
 */
public interface ClassDistribution extends Distribution {

  /**
   * How many classes there are.
   *
   * @param columns how many columns the parameters of a call have
   */
  int classes(int columns);

  /**
   * Adds to out[k] the probability of class k under each of n posterior draws.
   *
   * @param parameters as for {@link #sample}
   * @param n how many draws
   * @param out a sum for each class
   */
  void addProbabilities(DrawColumn[] parameters, int n, double[] out);
}
