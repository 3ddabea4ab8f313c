package io.credence.expression;

import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;
import io.credence.draws.DrawColumn;
import io.credence.model.Inputs;

/** The elements of an array at a position that was drawn, another one for each sample. */
final class DrawnSelection extends Array {

  private final Array source;
  private final DrawnIndex index;
  private final int positions;
  private final int stride;
  private final int[] drawn;
  private final double[] chosen;
  private final DrawColumn column = new DrawColumn();

  DrawnSelection(Array source, DrawnIndex index, int draws) {
    super(source.shape().without(index.axis()), false);
    this.source = source;
    this.index = index;
    this.positions = source.shape().axis(index.axis()).size();
    this.stride = source.shape().strides()[index.axis()];
    this.drawn = new int[draws];
    this.chosen = new double[draws];
  }

  @Override
  public void begin(Inputs inputs) throws UnscorableException {
    source.begin(inputs);
    for (int i = 0; i < drawn.length; i++) {
      double value = index.column()[i];
      if (!(value >= 0 && value < positions && value == Math.rint(value))) {
        throw new UnscorableException(
            DeadLetterCode.OUT_OF_RANGE,
            "The index of %s must be a whole number from 0 to %s, but is %s in sample %s"
                .formatted(index.array(), positions - 1, value, i),
            index.array());
      }
      drawn[i] = (int) value;
    }
  }

  @Override
  public boolean varies(int element) {
    return true;
  }

  @Override
  public double number(int element) {
    throw new IllegalStateException("What was drawn has a value for each sample");
  }

  @Override
  public void column(int element, DrawColumn out) throws UnscorableException {
    int first = element / stride * stride * positions + element % stride;
    for (int position = 0; position < positions; position++) {
      int at = first + position * stride;
      boolean varies = source.varies(at);
      double number = varies ? 0 : source.number(at);
      if (varies) {
        source.column(at, column);
      }
      for (int i = 0; i < drawn.length; i++) {
        if (drawn[i] == position) {
          chosen[i] = varies ? column.get(i) : number;
        }
      }
    }
    out.set(chosen, 0);
  }
}
