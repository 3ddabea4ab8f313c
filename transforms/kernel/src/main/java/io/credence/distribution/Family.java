package io.credence.distribution;

import io.credence.draws.DrawColumn;
import java.util.List;

/** A family of distributions: how it is called in a model and how it is sampled. Stateless. */
public interface Family {

  /** PyMC's name in snake case, such as {@code student_t}. */
  String name();

  /** In the order in which PyMC takes them as positional arguments. */
  List<Parameter> parameters();

  /**
   * Draws one sample per posterior draw: out[i] from the distribution whose parameters are the i-th
   * values of the columns, with the noise of sample i. The way in which noise is used up is part of
   * the output contract.
   *
   * @param parameters a column for each of {@link #parameters}, each value within its domain
   * @param n how many samples, at most the length of the columns
   * @param variates where randomness comes from
   * @param out receives the samples at 0 to n - 1; they may be infinite where arithmetic overflows
   */
  void sample(DrawColumn[] parameters, int n, Variates variates, double[] out);
}
