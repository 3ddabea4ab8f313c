package io.credence.decision;

/** Which of two models predicts better, as far as labels say so far. */
public enum Preference {
  /** The challenger, surely. */
  CHALLENGER_BETTER,
  /** The champion, surely. */
  CHAMPION_BETTER,
  /** Either may be better, or neither. */
  UNDECIDED;

  /** What bounds on the challenger's mean loss less that of the champion say. */
  static Preference of(MeanBounds difference) {
    return difference.areBelowZero()
        ? CHALLENGER_BETTER
        : difference.areAboveZero() ? CHAMPION_BETTER : UNDECIDED;
  }
}
