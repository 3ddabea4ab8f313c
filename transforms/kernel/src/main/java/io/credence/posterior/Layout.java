package io.credence.posterior;

import java.util.Arrays;
import java.util.List;

/** Named dimensions with their lengths. */
final class Layout {

  private final List<String> dims;
  private final int[] shape;
  private final int size;

  private Layout(List<String> dims, int[] shape, int size) {
    this.dims = dims;
    this.shape = shape;
    this.size = size;
  }

  static Layout of(String name, List<String> dims, int[] shape) {
    if (dims.size() != shape.length || Arrays.stream(shape).anyMatch(length -> length < 0)) {
      throw new IllegalArgumentException(
          "`%s` must have one length >= 0 for each of its dimensions %s, but has %s"
              .formatted(name, dims, Arrays.toString(shape)));
    }
    int size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    return new Layout(List.copyOf(dims), shape.clone(), size);
  }

  List<String> dims() {
    return dims;
  }

  int[] shape() {
    return shape.clone();
  }

  int size() {
    return size;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Layout that
        && dims.equals(that.dims)
        && Arrays.equals(shape, that.shape);
  }

  @Override
  public int hashCode() {
    return 31 * dims.hashCode() + Arrays.hashCode(shape);
  }

  @Override
  public String toString() {
    return dims.toString() + Arrays.toString(shape);
  }
}
