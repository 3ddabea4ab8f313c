package io.credence.expression;

import io.credence.draws.DrawColumn;

/** The first argument, but at least the second and at most the third, as NumPy has it. */
enum Clip implements Elementwise {
  INSTANCE;

  @Override
  public double number(double[] arguments) {
    return clip(arguments[0], arguments[1], arguments[2]);
  }

  @Override
  public void columns(DrawColumn[] arguments, double[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = clip(arguments[0].get(i), arguments[1].get(i), arguments[2].get(i));
    }
  }

  private static double clip(double x, double low, double high) {
    return Math.min(Math.max(x, low), high);
  }
}
