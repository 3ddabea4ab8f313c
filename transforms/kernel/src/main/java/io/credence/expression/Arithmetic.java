package io.credence.expression;

import io.credence.draws.DrawColumn;

/** The four kinds of arithmetic, on columns. */
enum Arithmetic implements Elementwise {
  ADD {
    @Override
    public double number(double[] arguments) {
      return arguments[0] + arguments[1];
    }

    @Override
    void loop(double[] a, int i0, double[] b, int j0, double[] out) {
      for (int i = 0; i < out.length; i++) {
        out[i] = a[i0 + i] + b[j0 + i];
      }
    }
  },
  SUBTRACT {
    @Override
    public double number(double[] arguments) {
      return arguments[0] - arguments[1];
    }

    @Override
    void loop(double[] a, int i0, double[] b, int j0, double[] out) {
      for (int i = 0; i < out.length; i++) {
        out[i] = a[i0 + i] - b[j0 + i];
      }
    }
  },
  MULTIPLY {
    @Override
    public double number(double[] arguments) {
      return arguments[0] * arguments[1];
    }

    @Override
    void loop(double[] a, int i0, double[] b, int j0, double[] out) {
      for (int i = 0; i < out.length; i++) {
        out[i] = a[i0 + i] * b[j0 + i];
      }
    }
  },
  DIVIDE {
    @Override
    public double number(double[] arguments) {
      return arguments[0] / arguments[1];
    }

    @Override
    void loop(double[] a, int i0, double[] b, int j0, double[] out) {
      for (int i = 0; i < out.length; i++) {
        out[i] = a[i0 + i] / b[j0 + i];
      }
    }
  };

  abstract void loop(double[] a, int i0, double[] b, int j0, double[] out);

  @Override
  public void columns(DrawColumn[] arguments, double[] out) {
    DrawColumn left = arguments[0];
    DrawColumn right = arguments[1];
    loop(left.values(), left.offset(), right.values(), right.offset(), out);
  }

  /** {@code sum += a * b}. */
  static void addProducts(DrawColumn left, DrawColumn right, double[] sum) {
    double[] a = left.values();
    double[] b = right.values();
    int i0 = left.offset();
    int j0 = right.offset();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += a[i0 + i] * b[j0 + i];
    }
  }

  /** {@code sum += factor * a}. */
  static void addProducts(double factor, DrawColumn column, double[] sum) {
    double[] a = column.values();
    int i0 = column.offset();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * a[i0 + i];
    }
  }

  /** {@code out = factor * a}. */
  static void multiply(double factor, DrawColumn column, double[] out) {
    double[] a = column.values();
    int i0 = column.offset();
    for (int i = 0; i < out.length; i++) {
      out[i] = factor * a[i0 + i];
    }
  }

  /** {@code sum += a}. */
  static void addColumn(DrawColumn column, double[] sum) {
    double[] a = column.values();
    int i0 = column.offset();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += a[i0 + i];
    }
  }

  /** {@code sum += number}. */
  static void addNumber(double number, double[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += number;
    }
  }
}
