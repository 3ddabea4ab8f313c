package io.credence.expression;

import io.credence.expression.Symbol.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The axes of an array. Elements are counted in C order, the last axis fastest.
 *
 * @param axes in their order; none for a single element
 */
record Shape(List<Dimension> axes) {

  Shape {
    axes = List.copyOf(axes);
  }

  static Shape of(Dimension... axes) {
    return new Shape(List.of(axes));
  }

  /** An axis that no file names. */
  static Dimension ordered(int size) {
    return new Dimension("", size, List.of());
  }

  int rank() {
    return axes.size();
  }

  Dimension axis(int axis) {
    return axes.get(axis);
  }

  /** How many elements there are. */
  int size() {
    return axes.stream().mapToInt(Dimension::size).reduce(1, Math::multiplyExact);
  }

  /** By how many elements a step on each axis moves. */
  int[] strides() {
    int[] strides = new int[rank()];
    int stride = 1;
    for (int i = strides.length - 1; i >= 0; i--) {
      strides[i] = stride;
      stride *= axes.get(i).size();
    }
    return strides;
  }

  /** Where the elements of some of the axes stand, in C order, from the first one on. */
  int[] offsets(List<Integer> some) {
    int[] strides = strides();
    int[] offsets = {0};
    for (int axis : some) {
      int size = axes.get(axis).size();
      int[] more = new int[Math.multiplyExact(offsets.length, size)];
      for (int i = 0; i < more.length; i++) {
        more[i] = offsets[i / size] + i % size * strides[axis];
      }
      offsets = more;
    }
    return offsets;
  }

  /** All axes but one. */
  Shape without(int axis) {
    List<Dimension> rest = new ArrayList<>(axes);
    rest.remove(axis);
    return new Shape(rest);
  }

  /** Such as {@code a vector of 3 (channel)}. */
  String kind() {
    return switch (rank()) {
      case 0 -> "a number";
      case 1 ->
          axis(0).name().isEmpty()
              ? "a vector of " + axis(0).size()
              : "a vector of %s (%s)".formatted(axis(0).size(), axis(0).name());
      case 2 -> "a matrix " + this;
      default -> "an array " + this;
    };
  }

  /** Such as {@code (shop 3, week 52)}. */
  @Override
  public String toString() {
    return axes.stream()
        .map(axis -> axis.name().isEmpty() ? "" + axis.size() : axis.name() + " " + axis.size())
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
