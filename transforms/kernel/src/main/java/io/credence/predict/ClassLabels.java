package io.credence.predict;

import io.credence.expression.Compiler;
import io.credence.expression.Expression;
import io.credence.expression.Expression.Argument;
import io.credence.expression.Expression.Call;
import io.credence.expression.Expression.Name;
import io.credence.expression.ExpressionException;
import io.credence.expression.Symbol.Dimension;
import io.credence.model.Output;
import io.credence.problem.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The labels of the classes that a distribution draws: those of the coordinate that its argument
 * {@code labels} names, or their numbers.
 *
 * @param unlabelled the call without that argument
 * @param given null when there is none
 */
record ClassLabels(Call unlabelled, @Nullable Dimension given, int offset) {

  private static final String LABELS = "labels";

  static ClassLabels of(Call call, Compiler compiler) throws ExpressionException {
    List<Argument> others = new ArrayList<>();
    Dimension given = null;
    int offset = call.offset();
    for (Argument argument : call.arguments()) {
      if (LABELS.equals(argument.name())) {
        offset = argument.value().offset();
        given = coordinate(argument.value(), compiler);
      } else {
        others.add(argument);
      }
    }
    Call unlabelled = new Call(call.function(), others, call.offset());
    return new ClassLabels(unlabelled, given, offset);
  }

  private static Dimension coordinate(Expression expression, Compiler compiler)
      throws ExpressionException {
    if (!(expression instanceof Name name)) {
      throw new ExpressionException(
          "labels must be the name of a coordinate, as in labels = prog", expression.offset());
    }
    List<String> labels = compiler.labels(name.text());
    if (labels.isEmpty()) {
      throw new ExpressionException(
          "The posterior has no coordinate '%s' that could label the classes"
              .formatted(Excerpt.of(name.text())),
          name.offset());
    }
    return new Dimension(name.text(), labels.size(), labels);
  }

  /**
   * The labels of so many classes.
   *
   * @param axes of the arguments; one that goes along the classes may have labels of its own
   */
  List<String> labels(int classes, List<Dimension> axes) throws ExpressionException {
    if (given == null) {
      return IntStream.range(0, classes).mapToObj(Integer::toString).toList();
    }
    if (given.size() != classes) {
      throw new ExpressionException(
          "There are %s classes, but %s labels: %s"
              .formatted(classes, given.size(), Excerpt.of(String.join(", ", given.labels()))),
          offset);
    }
    for (Dimension axis : axes) {
      if (axis.size() == classes && differs(axis, given)) {
        throw new ExpressionException(
            "The classes could have the labels of %s, or those along which the argument goes, %s: both must be the same ones in the same order"
                .formatted(given.shown(), axis.shown()),
            offset);
      }
    }
    Optional<String> clash = Output.clash(given.labels());
    if (clash.isPresent()) {
      throw new ExpressionException(clash.get(), offset);
    }
    return given.labels();
  }

  /** Names of what stands in a list need not be those of classes, but must not be in their way. */
  private static boolean differs(Dimension axis, Dimension given) {
    boolean named = !axis.name().isEmpty() && !axis.isCounted();
    return named ? !axis.labels().equals(given.labels()) : axis.misfit(given).isPresent();
  }
}
