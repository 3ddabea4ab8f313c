package io.credence.predict;

import io.credence.expression.Compiler;
import io.credence.expression.Expression;
import io.credence.expression.Expression.Argument;
import io.credence.expression.Expression.Call;
import io.credence.expression.Expression.Name;
import io.credence.expression.ExpressionException;
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
record ClassLabels(Call unlabelled, @Nullable List<String> given, int offset) {

  private static final String LABELS = "labels";

  static ClassLabels of(Call call, Compiler compiler) throws ExpressionException {
    List<Argument> others = new ArrayList<>();
    List<String> given = null;
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

  private static List<String> coordinate(Expression expression, Compiler compiler)
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
    return labels;
  }

  /** The labels of so many classes. */
  List<String> labels(int classes) throws ExpressionException {
    if (given == null) {
      return IntStream.range(0, classes).mapToObj(Integer::toString).toList();
    }
    if (given.size() != classes) {
      throw new ExpressionException(
          "There are %s classes, but %s labels: %s"
              .formatted(classes, given.size(), Excerpt.of(String.join(", ", given))),
          offset);
    }
    Optional<String> clash = Output.clash(given);
    if (clash.isPresent()) {
      throw new ExpressionException(clash.get(), offset);
    }
    return given;
  }
}
