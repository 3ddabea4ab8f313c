package io.credence.summary;

/** What the samples of one output were reduced to: {@link Summary}, or those of classes. */
public sealed interface OutputSummary permits Summary, ClassSummary {

  /** The number of samples that were reduced, at least 1. */
  long n();

  /** Where its samples are numbers: their figures. */
  default Summary figures() {
    throw new IllegalStateException("An output of classes has no figures of numbers");
  }

  /** Where its samples are classes: their probabilities. */
  default ClassSummary classes() {
    throw new IllegalStateException("An output of numbers has no classes");
  }
}
