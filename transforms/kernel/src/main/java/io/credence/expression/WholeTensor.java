package io.credence.expression;

import io.credence.draws.DrawColumn;
import io.credence.draws.Thinning;
import io.credence.expression.Symbol.Tensor;
import io.credence.model.Inputs;

/** All elements of a parameter or constant. Choosing one moves a view, where that can be. */
final class WholeTensor extends Array {

  private final Tensor tensor;
  private final int draws;
  private final int[] positions;
  private final double[] room;

  /**
   * @param draws the length of a column; where the parameter has fewer draws, each serves several
   *     samples, and an element's column is gathered in memory of this array's own
   */
  WholeTensor(Tensor tensor, int draws) {
    super(new Shape(tensor.dimensions()), true);
    this.tensor = tensor;
    this.draws = draws;
    boolean gathers = tensor.isParameter() && tensor.draws() != draws;
    this.positions = gathers ? Thinning.positions(draws, tensor.draws()) : new int[0];
    this.room = new double[gathers ? draws : 0];
  }

  @Override
  public void begin(Inputs inputs) {
    // It is the same for every record.
  }

  @Override
  public boolean varies(int element) {
    return tensor.isParameter();
  }

  @Override
  public double number(int element) {
    return tensor.values()[element];
  }

  @Override
  public void column(int element, DrawColumn out) {
    if (positions.length == 0) {
      out.set(tensor.values(), element * draws);
      return;
    }
    int first = element * tensor.draws();
    for (int i = 0; i < draws; i++) {
      room[i] = tensor.values()[first + positions[i]];
    }
    out.set(room, 0);
  }

  @Override
  boolean stored() {
    return positions.length == 0;
  }
}
