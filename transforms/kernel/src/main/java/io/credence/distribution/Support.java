package io.credence.distribution;

/** What values the samples of a distribution have. */
public enum Support {
  /** Any number. */
  REAL,
  /** Numbers above 0. */
  POSITIVE,
  /** Numbers from 0 to 1. */
  UNIT_INTERVAL,
  /** Whole numbers. */
  INTEGER,
  /** Whole numbers from 0. */
  COUNT,
  /** Numbers of classes, from 0, on which arithmetic has no meaning. */
  CLASSES
}
