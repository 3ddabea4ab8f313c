package io.credence.expression;

import io.credence.deadletter.UnscorableException;
import io.credence.draws.DrawColumn;
import io.credence.model.Inputs;
import java.util.Arrays;
import java.util.List;

/**
 * The sum of products, from left to right. It is a single operand with three columns of scratch
 * memory, however many elements there are; a tree of sums would take two columns for each of them,
 * and a stack as deep.
 */
final class Dot {

  private final List<Operand> left;
  private final List<Operand> right;
  private final int draws;
  private final boolean fixed;

  private Dot(List<Operand> left, List<Operand> right, int draws) {
    this.left = List.copyOf(left);
    this.right = List.copyOf(right);
    this.draws = draws;
    this.fixed = left.stream().allMatch(Operand::fixed) && right.stream().allMatch(Operand::fixed);
  }

  /** Both lists are equally long and not empty. */
  static Operand of(List<Operand> left, List<Operand> right, int draws) {
    Dot dot = new Dot(left, right, draws);
    boolean scalar =
        left.stream().allMatch(ScalarOperand.class::isInstance)
            && right.stream().allMatch(ScalarOperand.class::isInstance);
    return scalar ? dot.scalar() : dot.column();
  }

  private ScalarOperand scalar() {
    return new ScalarOperand(fixed, draws) {
      @Override
      double value(Inputs inputs) throws UnscorableException {
        double sum = 0;
        for (int k = 0; k < left.size(); k++) {
          double product =
              ((ScalarOperand) left.get(k)).value(inputs)
                  * ((ScalarOperand) right.get(k)).value(inputs);
          // The first one is no summand: 0.0 + -0.0 is not -0.0.
          sum = k == 0 ? product : sum + product;
        }
        return sum;
      }
    };
  }

  private ColumnOperand column() {
    double[] sum = new double[draws];
    Side a = new Side(left, draws);
    Side b = new Side(right, draws);
    return new ColumnOperand(fixed) {
      @Override
      public void column(Inputs inputs, DrawColumn out) throws UnscorableException {
        BinaryKernel.multiply(a.column(0, inputs), b.column(0, inputs), sum);
        for (int k = 1; k < left.size(); k++) {
          BinaryKernel.addProducts(a.column(k, inputs), b.column(k, inputs), sum);
        }
        out.set(sum, 0);
      }
    };
  }

  /** One of the two vectors. Its scalars share a column, which would be one for each otherwise. */
  private static final class Side {

    private final List<Operand> operands;
    private final DrawColumn column = new DrawColumn();
    private final double[] broadcast;

    Side(List<Operand> operands, int draws) {
      this.operands = operands;
      boolean anyScalar = operands.stream().anyMatch(ScalarOperand.class::isInstance);
      this.broadcast = new double[anyScalar ? draws : 0];
    }

    DrawColumn column(int k, Inputs inputs) throws UnscorableException {
      if (operands.get(k) instanceof ScalarOperand scalar) {
        Arrays.fill(broadcast, scalar.value(inputs));
        column.set(broadcast, 0);
      } else {
        operands.get(k).column(inputs, column);
      }
      return column;
    }
  }
}
