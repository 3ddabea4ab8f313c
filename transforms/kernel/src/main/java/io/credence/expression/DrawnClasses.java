package io.credence.expression;

/**
 * Classes that were drawn for the samples of a record: their numbers say nothing but which they
 * are.
 *
 * @param drawn what was drawn
 */
record DrawnClasses(Symbol.Drawn drawn) implements Value {

  @Override
  public String kind() {
    return "a class, '%s', on whose number arithmetic has no meaning".formatted(drawn.name());
  }

  @Override
  public boolean fixed() {
    return false;
  }
}
