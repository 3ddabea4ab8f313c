package io.credence.expression;

import io.credence.draws.DrawColumn;
import io.credence.model.Inputs;

/** A vector that was drawn for the samples of a record. */
final class DrawnElements extends Array {

  private final double[][] columns;

  DrawnElements(Symbol.DrawnVector drawn) {
    super(Shape.of(drawn.axis()), false);
    this.columns = drawn.columns();
  }

  @Override
  public void begin(Inputs inputs) {
    // Its step has drawn it.
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
  public void column(int element, DrawColumn out) {
    out.set(columns[element], 0);
  }

  @Override
  boolean stored() {
    return true;
  }
}
