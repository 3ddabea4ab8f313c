package io.credence.posterior;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where chains and draws stand among the dimensions of a variable. They are found by name, because
 * they may stand anywhere.
 *
 * @param chainAxis position of {@code chain}, or -1 where a single {@code sample} holds all draws
 * @param drawAxis position of {@code draw} or {@code sample}
 */
record DrawLayout(int chainAxis, int drawAxis) {

  /** The dimensions that number draws, and the names of the variables that label them. */
  static final Set<String> DIMENSIONS = Set.of("chain", "draw", "sample");

  /** The layout of a parameter; empty if the variable has no draws. */
  static Optional<DrawLayout> of(NetCdfVariable variable) throws UnreadableException {
    int chain = variable.dims().indexOf("chain");
    int draw = variable.dims().indexOf("draw");
    int sample = variable.dims().indexOf("sample");
    if (chain < 0 && draw < 0) {
      return sample < 0 ? Optional.empty() : Optional.of(new DrawLayout(-1, sample));
    }
    if (chain < 0 || draw < 0 || sample >= 0) {
      throw new UnreadableException(
          ("variable %s must have both of the dimensions chain and draw, or a single sample, but has"
                  + " %s. Add what is missing with .expand_dims(...), or drop the variable")
              .formatted(variable.path(), variable.dims()));
    }
    return Optional.of(new DrawLayout(chain, draw));
  }

  int chains(int[] shape) {
    return chainAxis < 0 ? 1 : shape[chainAxis];
  }

  int drawsPerChain(int[] shape) {
    return shape[drawAxis];
  }

  /** The parameter with its draws gathered: from any order of dimensions to parameter-major. */
  ParameterDraws arrange(NetCdfVariable variable, double[] stored) {
    int[] shape = variable.shape();
    List<String> dims = new ArrayList<>(variable.dims());
    dims.removeAll(DIMENSIONS);
    int[] elementShape = elementAxes(shape.length).stream().mapToInt(axis -> shape[axis]).toArray();
    int draws = chains(shape) * drawsPerChain(shape);
    return ParameterDraws.of(
        variable.name(), dims, elementShape, draws, parameterMajor(stored, shape));
  }

  private double[] parameterMajor(double[] stored, int[] shape) {
    int[] strides = strides(shape);
    int chainStride = chainAxis < 0 ? 0 : strides[chainAxis];
    int drawStride = strides[drawAxis];
    double[] values = new double[stored.length];
    int next = 0;
    for (int element : elementOffsets(shape, strides)) {
      for (int chain = 0; chain < chains(shape); chain++) {
        int offset = element + chain * chainStride;
        for (int draw = 0; draw < drawsPerChain(shape); draw++) {
          values[next++] = stored[offset + draw * drawStride];
        }
      }
    }
    return values;
  }

  /** Where each element's first draw is stored, elements in C order. */
  private int[] elementOffsets(int[] shape, int[] strides) {
    int[] offsets = {0};
    for (int axis : elementAxes(shape.length)) {
      int[] longer = new int[offsets.length * shape[axis]];
      for (int i = 0; i < longer.length; i++) {
        longer[i] = offsets[i / shape[axis]] + i % shape[axis] * strides[axis];
      }
      offsets = longer;
    }
    return offsets;
  }

  private List<Integer> elementAxes(int rank) {
    List<Integer> axes = new ArrayList<>();
    for (int axis = 0; axis < rank; axis++) {
      if (axis != chainAxis && axis != drawAxis) {
        axes.add(axis);
      }
    }
    return axes;
  }

  private static int[] strides(int[] shape) {
    int[] strides = new int[shape.length];
    int stride = 1;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= shape[axis];
    }
    return strides;
  }
}
