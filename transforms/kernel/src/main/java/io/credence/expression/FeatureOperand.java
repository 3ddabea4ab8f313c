package io.credence.expression;

import io.credence.expression.Symbol.NumberFeature;
import io.credence.model.Inputs;

/** A feature that is a number. As an index, it says more than a number does. */
final class FeatureOperand extends ScalarOperand {

  private final NumberFeature feature;

  FeatureOperand(NumberFeature feature, int draws) {
    super(false, draws);
    this.feature = feature;
  }

  NumberFeature feature() {
    return feature;
  }

  @Override
  double value(Inputs inputs) {
    return inputs.number(feature.slot());
  }
}
