package io.credence.distribution;

/** Distributions by name, for tests: also those whose name belongs to a function in a model. */
final class Named {

  private Named() {}

  static Distribution distribution(String name) {
    return name.equals("logistic")
        ? new Logistic()
        : Distributions.named(name).orElseThrow(() -> new AssertionError(name));
  }
}
