package io.credence.expression;

import io.credence.deadletter.UnscorableException;
import io.credence.draws.DrawColumn;
import io.credence.model.Inputs;

/**
 * Numbers along axes. It is begun for a record, and then asked for one element after another; so an
 * operation needs one column of scratch memory, however many elements there are. Like an operand,
 * it belongs to one thread.
 */
public abstract non-sealed class Array implements Value {

  private final Shape shape;
  private final boolean fixed;

  Array(Shape shape, boolean fixed) {
    this.shape = shape;
    this.fixed = fixed;
  }

  final Shape shape() {
    return shape;
  }

  /** How many elements it has. */
  public final int size() {
    return shape.size();
  }

  @Override
  public final boolean fixed() {
    return fixed;
  }

  @Override
  public final String kind() {
    return shape.kind();
  }

  /**
   * Takes the next record; before any element is asked for.
   *
   * @throws UnscorableException when the record has no value here, such as an index out of range
   */
  public abstract void begin(Inputs inputs) throws UnscorableException;

  /** Whether an element has a value of its own for each draw; the same for all records. */
  public abstract boolean varies(int element);

  /** An element that is the same for all draws. */
  public abstract double number(int element) throws UnscorableException;

  /**
   * Points {@code out} at an element that varies, until another element is asked for.
   *
   * @throws UnscorableException when the record has no value here
   */
  public abstract void column(int element, DrawColumn out) throws UnscorableException;

  /**
   * Whether elements stand in memory: beginning costs nothing, and asking for an element leaves the
   * others as they are.
   */
  boolean stored() {
    return false;
  }

  final boolean anyVaries() {
    for (int element = 0; element < size(); element++) {
      if (varies(element)) {
        return true;
      }
    }
    return false;
  }
}
