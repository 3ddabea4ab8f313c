package io.credence.expression;

/** A compiled expression, by its type. What does not fit where it stands is refused at load. */
public sealed interface Value permits Operand, Array, Level, Text, DrawnClasses {

  /** What it is, for messages that go on after "is": such as {@code a vector of 3 (channel)}. */
  String kind();

  /** Whether it is the same for every record. */
  boolean fixed();
}
