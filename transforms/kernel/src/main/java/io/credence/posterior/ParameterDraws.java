package io.credence.posterior;

import io.credence.draws.Thinning;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The draws of one parameter.
 *
 * <p>Values lie parameter-major: the draws of element e are contiguous, at {@code [e * draws, (e +
 * 1) * draws)}, chain-major within. Elements are counted in C order over {@link #dims()}, the last
 * dimension fastest. A parameter whose shape is {@code [1]} keeps it; {@link #size()} is 1 as for a
 * scalar.
 */
public final class ParameterDraws {

  private final String name;
  private final Layout layout;
  private final int draws;
  private final double[] values;

  /** By number of samples; weak, so that they go with the last program that reads them. */
  private final Map<Integer, WeakReference<double[]>> columns = new HashMap<>();

  private ParameterDraws(String name, Layout layout, int draws, double[] values) {
    this.name = name;
    this.layout = layout;
    this.draws = draws;
    this.values = values;
  }

  /**
   * Makes a parameter from its draws.
   *
   * @param name the parameter's name
   * @param dims names of its dimensions, without chain, draw and sample; empty for a scalar
   * @param shape length of each dimension; copied
   * @param draws number of draws over all chains, at least 0
   * @param values the draws, parameter-major; shared, not copied
   * @throws IllegalArgumentException if there isn't one length for each dimension, or the number of
   *     values is not {@code draws} times the product of the lengths
   */
  public static ParameterDraws of(
      String name, List<String> dims, int[] shape, int draws, double[] values) {
    Layout layout = Layout.of(name, dims, shape);
    if (draws < 0 || (long) layout.size() * draws != values.length) {
      throw new IllegalArgumentException(
          "`%s` must have %s elements times %s draws, but has %s values"
              .formatted(name, layout.size(), draws, values.length));
    }
    return new ParameterDraws(name, layout, draws, values);
  }

  /** A scalar parameter with these draws; the array is shared, not copied. */
  public static ParameterDraws scalar(String name, double... draws) {
    return of(name, List.of(), new int[0], draws.length, draws);
  }

  public String name() {
    return name;
  }

  /** Names of the dimensions, without chain, draw and sample; empty for a scalar. */
  public List<String> dims() {
    return layout.dims();
  }

  /** Length of each dimension of {@link #dims()}; a copy. */
  public int[] shape() {
    return layout.shape();
  }

  /** Number of elements: the product of {@link #shape()}, 1 for a scalar. */
  public int size() {
    return layout.size();
  }

  /** Number of draws over all chains. */
  public int draws() {
    return draws;
  }

  /** All draws, parameter-major. The array is shared and must not be changed. */
  public double[] values() {
    return values;
  }

  /**
   * The draws behind so many samples of a record, a column for each element: element e's stand from
   * e * numSamples on, chosen as {@link Thinning} has it. Where each draw serves once, these are
   * {@link #values()}; else a copy, which all who ask for that many samples share as long as one of
   * them keeps it. The array must not be changed. Safe for use by many threads.
   *
   * @param numSamples from 1 to {@link #draws()}, so that no copy is larger than the parameter
   */
  public double[] columns(int numSamples) {
    if (numSamples < 1 || numSamples > draws) {
      throw new IllegalArgumentException(
          "`%s` has %s draws, which are not columns of %s".formatted(name, draws, numSamples));
    }
    if (numSamples == draws) {
      return values;
    }
    synchronized (columns) {
      columns.values().removeIf(copy -> copy.get() == null);
      WeakReference<double[]> known = columns.get(numSamples);
      double[] copy = known == null ? null : known.get();
      if (copy == null) {
        copy = chosen(numSamples);
        columns.put(numSamples, new WeakReference<>(copy));
      }
      return copy;
    }
  }

  private double[] chosen(int numSamples) {
    double[] chosen = new double[size() * numSamples];
    int[] positions = Thinning.positions(numSamples, draws);
    for (int element = 0; element < size(); element++) {
      for (int i = 0; i < numSamples; i++) {
        chosen[element * numSamples + i] = values[element * draws + positions[i]];
      }
    }
    return chosen;
  }

  /** How many values are NaN or infinite. */
  public int notFinite() {
    int count = 0;
    for (double value : values) {
      count += Double.isFinite(value) ? 0 : 1;
    }
    return count;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ParameterDraws that
        && name.equals(that.name)
        && draws == that.draws
        && layout.equals(that.layout)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "ParameterDraws[%s%s, %s draws]".formatted(name, layout, draws);
  }
}
