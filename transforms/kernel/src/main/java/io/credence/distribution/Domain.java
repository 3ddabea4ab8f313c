package io.credence.distribution;

import io.credence.draws.DrawColumn;

/** Where the values of a distribution's parameter lie. Infinity and NaN are in no domain. */
public interface Domain {

  /** What {@link #firstOutside} returns when all values are inside. */
  int NONE = -1;

  /** Any number. */
  Domain REAL = new Range(-Double.MAX_VALUE, Double.MAX_VALUE, "finite");

  /** Numbers above 0. */
  Domain POSITIVE = new Range(Double.MIN_VALUE, Double.MAX_VALUE, "> 0 and finite");

  /** Numbers from 0. */
  Domain NON_NEGATIVE = new Range(0, Double.MAX_VALUE, ">= 0 and finite");

  /** Numbers from 0 to 1, such as probabilities. */
  Domain UNIT_INTERVAL = new Range(0, 1, ">= 0 and <= 1");

  /** Numbers above 0 and at most 1. */
  Domain POSITIVE_UNIT_INTERVAL = new Range(Double.MIN_VALUE, 1, "> 0 and <= 1");

  /** Numbers between 0 and 1. */
  Domain OPEN_UNIT_INTERVAL = new Range(Double.MIN_VALUE, Math.nextDown(1.0), "> 0 and < 1");

  /** Any number, and the infinities: where something ends, if it does. */
  Domain BOUND = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, "a number");

  /** Whole numbers from -2^53 to 2^53, and the infinities. */
  Domain INTEGER_BOUND = new WholeNumbers(Double.NEGATIVE_INFINITY, "a whole number, or infinite");

  /** Whole numbers from -2^53 to 2^53. */
  Domain INTEGER = new WholeNumbers(-0x1p53, "a whole number between -2^53 and 2^53");

  /** Whole numbers from 0 to 2^53. */
  Domain COUNT = new WholeNumbers(0, "a whole number from 0 to 2^53");

  /** The first of n draws whose value lies outside, or {@link #NONE}. */
  int firstOutside(DrawColumn column, int n);

  /** What must hold, for messages that go on after "must be". */
  String condition();
}
