package io.credence.expression;

import io.credence.expression.Symbol.LevelFeature;

/**
 * The level that a record has of a feature.
 *
 * @param feature the feature
 */
record Level(LevelFeature feature) implements Value {

  @Override
  public String kind() {
    return "the level of feature '%s'".formatted(feature.name());
  }

  @Override
  public boolean fixed() {
    return false;
  }
}
