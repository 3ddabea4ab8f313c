package io.credence.posterior;

import java.util.Arrays;
import java.util.List;

/**
 * A number, or an array of numbers, that was fixed in training: a mean to centre by, the exposure
 * of each region. Unlike a draw, a constant may be NaN, which is how training data mark what is
 * missing.
 */
public final class ConstantData {

  private final String name;
  private final Layout layout;
  private final double[] values;

  private ConstantData(String name, Layout layout, double[] values) {
    this.name = name;
    this.layout = layout;
    this.values = values;
  }

  /**
   * Makes a constant from its values.
   *
   * @param name the constant's name
   * @param dims names of its dimensions; empty for a scalar
   * @param shape length of each dimension; copied
   * @param values the values in C order, the last dimension fastest; shared, not copied
   * @throws IllegalArgumentException if there isn't one length for each dimension, or the number of
   *     values is not the product of the lengths
   */
  public static ConstantData of(String name, List<String> dims, int[] shape, double[] values) {
    Layout layout = Layout.of(name, dims, shape);
    if (layout.size() != values.length) {
      throw new IllegalArgumentException(
          "`%s` must have %s values, but has %s".formatted(name, layout.size(), values.length));
    }
    return new ConstantData(name, layout, values);
  }

  /** A single number. */
  public static ConstantData scalar(String name, double value) {
    return of(name, List.of(), new int[0], new double[] {value});
  }

  public String name() {
    return name;
  }

  /** Names of the dimensions; empty for a scalar. */
  public List<String> dims() {
    return layout.dims();
  }

  /** Length of each dimension of {@link #dims()}; a copy. */
  public int[] shape() {
    return layout.shape();
  }

  /** Number of values: the product of {@link #shape()}, 1 for a scalar. */
  public int size() {
    return layout.size();
  }

  /** All values in C order. The array is shared and must not be changed. */
  public double[] values() {
    return values;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ConstantData that
        && name.equals(that.name)
        && layout.equals(that.layout)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "ConstantData[%s%s]".formatted(name, layout);
  }
}
