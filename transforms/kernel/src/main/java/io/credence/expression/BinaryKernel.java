package io.credence.expression;

import io.credence.draws.DrawColumn;
import java.util.function.DoubleBinaryOperator;

/**
 * An elementwise operation on two columns. The four kinds of arithmetic have a loop of their own
 * each, so that the JIT compiler turns them into vector instructions; a lambda call per element
 * would not be.
 */
interface BinaryKernel {

  void apply(DrawColumn left, DrawColumn right, double[] out);

  static BinaryKernel of(String operator, DoubleBinaryOperator scalar) {
    return switch (operator) {
      case "+" -> BinaryKernel::add;
      case "-" -> BinaryKernel::subtract;
      case "*" -> BinaryKernel::multiply;
      case "/" -> BinaryKernel::divide;
      default -> (left, right, out) -> elementwise(scalar, left, right, out);
    };
  }

  private static void add(DrawColumn left, DrawColumn right, double[] out) {
    double[] a = left.values();
    double[] b = right.values();
    int i0 = left.offset();
    int j0 = right.offset();
    for (int i = 0; i < out.length; i++) {
      out[i] = a[i0 + i] + b[j0 + i];
    }
  }

  private static void subtract(DrawColumn left, DrawColumn right, double[] out) {
    double[] a = left.values();
    double[] b = right.values();
    int i0 = left.offset();
    int j0 = right.offset();
    for (int i = 0; i < out.length; i++) {
      out[i] = a[i0 + i] - b[j0 + i];
    }
  }

  static void multiply(DrawColumn left, DrawColumn right, double[] out) {
    double[] a = left.values();
    double[] b = right.values();
    int i0 = left.offset();
    int j0 = right.offset();
    for (int i = 0; i < out.length; i++) {
      out[i] = a[i0 + i] * b[j0 + i];
    }
  }

  /** Adds the products of two columns to what {@code out} holds. */
  static void addProducts(DrawColumn left, DrawColumn right, double[] out) {
    double[] a = left.values();
    double[] b = right.values();
    int i0 = left.offset();
    int j0 = right.offset();
    for (int i = 0; i < out.length; i++) {
      out[i] += a[i0 + i] * b[j0 + i];
    }
  }

  private static void divide(DrawColumn left, DrawColumn right, double[] out) {
    double[] a = left.values();
    double[] b = right.values();
    int i0 = left.offset();
    int j0 = right.offset();
    for (int i = 0; i < out.length; i++) {
      out[i] = a[i0 + i] / b[j0 + i];
    }
  }

  private static void elementwise(
      DoubleBinaryOperator operator, DrawColumn left, DrawColumn right, double[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = operator.applyAsDouble(left.get(i), right.get(i));
    }
  }
}
