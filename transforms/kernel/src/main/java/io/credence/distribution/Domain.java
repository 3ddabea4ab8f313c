package io.credence.distribution;

import io.credence.draws.DrawColumn;

/** Where the values of a distribution's parameter lie. Infinity and NaN are in no domain. */
public interface Domain {

  /** What {@link #firstOutside} returns when all values are inside. */
  int NONE = -1;

  /** Any number. */
  Domain REAL = new Real();

  /** Numbers above 0. */
  Domain POSITIVE = new Positive();

  /** The first of n draws whose value lies outside, or {@link #NONE}. */
  int firstOutside(DrawColumn column, int n);

  /** What must hold, for messages that go on after "must be". */
  String condition();
}
