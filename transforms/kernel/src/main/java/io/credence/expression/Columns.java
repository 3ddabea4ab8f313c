package io.credence.expression;

import io.credence.deadletter.UnscorableException;
import io.credence.distribution.Parameter;
import io.credence.draws.DrawColumn;
import io.credence.expression.Symbol.Dimension;
import io.credence.model.Inputs;
import java.util.Arrays;
import java.util.List;

/**
 * A compiled expression as columns: one of a number, one for each element of an array. It owns
 * scratch memory, so it belongs to one thread, and its columns are valid until it is loaded again.
 */
public abstract class Columns {

  private final List<Dimension> axes;
  private final int count;
  private final boolean fixed;
  private final boolean constant;

  private Columns(List<Dimension> axes, int count, boolean fixed, boolean constant) {
    this.axes = axes;
    this.count = count;
    this.fixed = fixed;
    this.constant = constant;
  }

  /** The axes along which its elements stand; none of a number. */
  public final List<Dimension> axes() {
    return axes;
  }

  /** How many columns. */
  public final int count() {
    return count;
  }

  /** Whether they are the same for every record. */
  public final boolean fixed() {
    return fixed;
  }

  /** Whether they are the same for every record and draw. */
  public final boolean constant() {
    return constant;
  }

  /**
   * Points the columns from {@code from} on at the values for a record.
   *
   * @throws UnscorableException when the record has no value here, such as an index out of range
   */
  public abstract void load(Inputs inputs, DrawColumn[] out, int from) throws UnscorableException;

  static Columns of(Operand number) {
    boolean constant = number.fixed() && number instanceof ScalarOperand;
    return new Columns(List.of(), 1, number.fixed(), constant) {
      @Override
      public void load(Inputs inputs, DrawColumn[] out, int from) throws UnscorableException {
        number.column(inputs, out[from]);
      }
    };
  }

  static Columns of(Array array, int draws) {
    return new OfArray(StoredArray.of(array, draws), draws);
  }

  /** Requires of a value the shape of a parameter, which {@code what} names. */
  static Array shaped(Value value, Parameter.Shape wanted, String what, int offset)
      throws ExpressionException {
    if (value instanceof Array array && fits(array.shape(), wanted)) {
      return array;
    }
    String kind =
        wanted == Parameter.Shape.VECTOR ? "a vector" : "a matrix of as many rows as columns";
    throw new TypeFault(
        "%s must be %s, but is %s".formatted(what, kind, value.kind()) + hint(value, wanted),
        offset);
  }

  private static boolean fits(Shape shape, Parameter.Shape wanted) {
    return wanted == Parameter.Shape.VECTOR
        ? shape.rank() == 1
        : shape.rank() == 2 && shape.axis(0).size() == shape.axis(1).size();
  }

  private static String hint(Value value, Parameter.Shape wanted) {
    return value instanceof Operand && wanted == Parameter.Shape.VECTOR
        ? ". A vector is a parameter with one dimension, or a list such as [a, b]"
        : "";
  }

  private static final class OfArray extends Columns {

    private final Array array;

    /** Of each element that no draw changes, all of whose values are the same. */
    private final double[][] broadcast;

    private boolean loaded;

    OfArray(Array array, int draws) {
      super(array.shape().axes(), array.size(), array.fixed(), array.fixed() && !array.anyVaries());
      this.array = array;
      this.broadcast = new double[array.size()][];
      for (int element = 0; element < broadcast.length; element++) {
        broadcast[element] = new double[array.varies(element) ? 0 : draws];
      }
    }

    @Override
    public void load(Inputs inputs, DrawColumn[] out, int from) throws UnscorableException {
      boolean stale = !loaded || !fixed();
      if (stale) {
        array.begin(inputs);
        loaded = true;
      }
      for (int element = 0; element < broadcast.length; element++) {
        if (array.varies(element)) {
          array.column(element, out[from + element]);
        } else {
          if (stale) {
            Arrays.fill(broadcast[element], array.number(element));
          }
          out[from + element].set(broadcast[element], 0);
        }
      }
    }
  }
}
