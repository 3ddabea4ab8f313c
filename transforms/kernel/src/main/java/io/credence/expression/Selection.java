package io.credence.expression;

import io.credence.deadletter.UnscorableException;
import io.credence.draws.DrawColumn;
import io.credence.model.Inputs;
import java.util.Arrays;

/**
 * The elements of an array that indices choose, found anew for each record: {@code beta[region]},
 * or {@code w[:, region]}, which has all elements of its first axis. Nothing is copied.
 */
final class Selection extends Array {

  /** In the place of an element that treatment coding leaves out: it is 0. */
  private static final int ZERO = Integer.MIN_VALUE;

  private final Array source;
  private final Axis[] axes;
  private final int[] strides;
  private final int[] offsets;
  private final double[][][] substitutes;
  private final boolean varies;
  private final boolean always;
  private final double[] broadcast;
  private int found;

  /**
   * @param shape the axes that no index chooses on
   * @param axes for each axis of the source what finds the position, or null where all are chosen
   * @param offsets how far each element stands behind the first one
   * @param substitutes for each axis and element, the column that stands in when the level is
   *     unseen; empty where it never is
   */
  Selection(
      Array source, Shape shape, Axis[] axes, int[] offsets, double[][][] substitutes, int draws) {
    super(shape, source.fixed() && isFixed(axes));
    this.source = source;
    this.axes = axes;
    this.strides = source.shape().strides();
    this.offsets = offsets;
    this.substitutes = substitutes;
    boolean substituted = Arrays.stream(substitutes).anyMatch(columns -> columns.length > 0);
    this.varies = substituted || source.anyVaries();
    this.always = !substituted && source.size() > 0 && allVary(source);
    this.broadcast = new double[varies && !isParameterAlone(axes) ? draws : 0];
  }

  private boolean isParameterAlone(Axis[] every) {
    return always && Arrays.stream(every).noneMatch(axis -> axis != null && axis.mayBeZero());
  }

  private static boolean allVary(Array source) {
    for (int element = 0; element < source.size(); element++) {
      if (!source.varies(element)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isFixed(Axis[] axes) {
    return Arrays.stream(axes)
        .allMatch(axis -> axis == null || axis.fixedPosition() != Axis.VARIES);
  }

  @Override
  public void begin(Inputs inputs) throws UnscorableException {
    source.begin(inputs);
    found = find(inputs);
  }

  /** The first element's number, the complement of the first axis that is unseen, or ZERO. */
  private int find(Inputs inputs) throws UnscorableException {
    int element = 0;
    int unseen = 0;
    for (int i = 0; i < axes.length; i++) {
      if (axes[i] == null) {
        continue;
      }
      int position = axes[i].position(inputs);
      if (position == Axis.REFERENCE) {
        return ZERO;
      }
      if (position == Inputs.UNSEEN) {
        unseen = unseen == 0 ? ~i : unseen;
      } else {
        element += position * strides[i];
      }
    }
    return unseen < 0 ? unseen : element;
  }

  @Override
  public boolean varies(int element) {
    return varies;
  }

  @Override
  public double number(int element) throws UnscorableException {
    return found == ZERO ? 0 : source.number(found + offsets[element]);
  }

  @Override
  public void column(int element, DrawColumn out) throws UnscorableException {
    if (found >= 0 && source.varies(found + offsets[element])) {
      source.column(found + offsets[element], out);
    } else if (found < 0 && found != ZERO) {
      out.set(substitutes[~found][element], 0);
    } else {
      Arrays.fill(broadcast, found == ZERO ? 0 : source.number(found + offsets[element]));
      out.set(broadcast, 0);
    }
  }

  @Override
  boolean stored() {
    return source.stored() && broadcast.length == 0;
  }
}
