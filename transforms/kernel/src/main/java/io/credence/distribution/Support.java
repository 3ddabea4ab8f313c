package io.credence.distribution;

/** What values the samples of a distribution have. */
public enum Support {
  /** Any number. */
  REAL("any number"),
  /** Numbers above 0. */
  POSITIVE("numbers above 0"),
  /** Numbers from 0. */
  NON_NEGATIVE("numbers from 0"),
  /** Numbers from 0 to 1. */
  UNIT_INTERVAL("numbers from 0 to 1"),
  /** Whole numbers. */
  INTEGER("whole numbers"),
  /** Whole numbers from 0. */
  COUNT("whole numbers from 0"),
  /** Numbers of classes, from 0, on which arithmetic has no meaning. */
  CLASSES("classes");

  private final String description;

  Support(String description) {
    this.description = description;
  }

  /** The values in words, such as {@code numbers above 0}. */
  public String description() {
    return description;
  }
}
