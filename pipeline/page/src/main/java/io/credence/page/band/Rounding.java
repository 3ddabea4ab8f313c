package io.credence.page.band;

/** How much shares may be off that were summed up from others. */
final class Rounding {

  static final double ERROR = 1e-12;

  private Rounding() {}
}
