package io.credence.expression;

import io.credence.draws.DrawColumn;
import io.credence.expression.Symbol.VectorFeature;
import io.credence.model.Inputs;

/** A feature that is a list of numbers. */
final class FeatureVector extends Array {

  private final int slot;
  private double[] numbers = {};

  FeatureVector(VectorFeature feature) {
    super(Shape.of(Shape.ordered(feature.size())), false);
    this.slot = feature.slot();
  }

  @Override
  public void begin(Inputs inputs) {
    numbers = inputs.vector(slot);
  }

  @Override
  public boolean varies(int element) {
    return false;
  }

  @Override
  public double number(int element) {
    return numbers[element];
  }

  @Override
  public void column(int element, DrawColumn out) {
    throw new IllegalStateException("No draw changes a feature");
  }

  @Override
  boolean stored() {
    return true;
  }
}
