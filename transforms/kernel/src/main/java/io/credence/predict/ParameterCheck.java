package io.credence.predict;

import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;
import io.credence.distribution.Domain;
import io.credence.distribution.Parameter;
import io.credence.distribution.Parametrisation;
import io.credence.distribution.Relation;
import io.credence.draws.DrawColumn;
import io.credence.expression.Columns;
import io.credence.expression.ExpressionException;
import io.credence.model.Inputs;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Keeps values that a parameter cannot have from its distribution. */
final class ParameterCheck {

  private static final Set<Domain> PROBABILITIES =
      Set.of(Domain.UNIT_INTERVAL, Domain.POSITIVE_UNIT_INTERVAL, Domain.OPEN_UNIT_INTERVAL);

  private static final Inputs NO_RECORD = new Inputs(0);

  private ParameterCheck() {}

  /**
   * @param element which element of the parameter, where it is no number
   * @throws UnscorableException when one of n values lies outside of the parameter's domain
   */
  static void require(String call, Parameter parameter, int element, DrawColumn column, int n)
      throws UnscorableException {
    int outside = parameter.domain().firstOutside(column, n);
    if (outside != Domain.NONE) {
      double value = column.get(outside);
      boolean finite = Math.abs(value) <= Double.MAX_VALUE;
      throw new UnscorableException(
          finite ? DeadLetterCode.INVALID_PARAMETER : DeadLetterCode.NOT_FINITE_PREDICTION,
          "%s of %s must be %s, but is %s in sample %s of %s%s"
              .formatted(
                  name(parameter, element),
                  call,
                  parameter.domain().condition(),
                  value,
                  outside,
                  n,
                  finite ? hint(parameter) : ""),
          parameter.name());
    }
  }

  /** What is outside is most often no probability as yet. */
  private static String hint(Parameter parameter) {
    if (!PROBABILITIES.contains(parameter.domain())) {
      return "";
    }
    return parameter.shape() == Parameter.Shape.NUMBER
        ? "; of log-odds x, the probability is logistic(x)"
        : "; of logits x, the probabilities are softmax(x)";
  }

  private static String name(Parameter parameter, int element) {
    return parameter.shape() == Parameter.Shape.NUMBER
        ? parameter.name()
        : "Element %s of %s".formatted(element, parameter.name());
  }

  /**
   * @throws ExpressionException when a value that neither record nor draw changes lies outside of
   *     the parameter's domain: no record could be scored
   */
  static void requireConstants(String call, Parameter parameter, Columns values, int offset)
      throws ExpressionException {
    if (!values.constant()) {
      return;
    }
    DrawColumn[] columns = columns(values);
    for (int k = 0; k < columns.length; k++) {
      if (parameter.domain().firstOutside(columns[k], 1) != Domain.NONE) {
        throw new ExpressionException(
            "%s of %s must be %s, but is %s%s"
                .formatted(
                    name(parameter, k),
                    call,
                    parameter.domain().condition(),
                    columns[k].get(0),
                    hint(parameter)),
            offset);
      }
    }
  }

  /** The values of what is constant. */
  static DrawColumn[] columns(Columns constants) {
    DrawColumn[] columns =
        Stream.generate(DrawColumn::new).limit(constants.count()).toArray(DrawColumn[]::new);
    try {
      constants.load(NO_RECORD, columns, 0);
    } catch (UnscorableException e) {
      throw new IllegalStateException("What is constant looks at no record", e);
    }
    return columns;
  }

  /**
   * @throws UnscorableException when a relation between the parameters does not hold for a draw
   */
  static void require(String call, Parametrisation parametrisation, DrawColumn[] columns, int n)
      throws UnscorableException {
    List<Relation> relations = parametrisation.relations();
    // Without an iterator, which would be allocated for each record.
    for (int i = 0; i < relations.size(); i++) {
      Relation relation = relations.get(i);
      int broken = relation.firstBroken(columns, n);
      if (broken != Domain.NONE) {
        throw new UnscorableException(
            DeadLetterCode.INVALID_PARAMETER,
            "%s in sample %s of %s"
                .formatted(complaint(call, parametrisation, relation, columns, broken), broken, n),
            parametrisation.names().get(relation.parameter()));
      }
    }
  }

  /** What a relation that does not hold for a draw would ask. */
  static String complaint(
      String call,
      Parametrisation parametrisation,
      Relation relation,
      DrawColumn[] columns,
      int draw) {
    int one = relation.parameter();
    String name = parametrisation.names().get(one);
    String rule = "%s of %s must be %s, but is ".formatted(name, call, relation.condition());
    int vector = vector(parametrisation);
    if (vector < 0) {
      String value =
          "%s where %s"
              .formatted(columns[one].get(draw), others(parametrisation, one, columns, draw));
      return rule + value;
    }
    int count = columns.length - parametrisation.parameters().size() + 1;
    return rule
        + IntStream.range(vector, vector + count)
            .mapToObj(k -> String.valueOf(columns[k].get(draw)))
            .collect(Collectors.joining(", ", "[", "]"));
  }

  /** The position of the parameter that is a vector, or -1. */
  private static int vector(Parametrisation parametrisation) {
    return IntStream.range(0, parametrisation.parameters().size())
        .filter(i -> parametrisation.parameters().get(i).shape() == Parameter.Shape.VECTOR)
        .findFirst()
        .orElse(-1);
  }

  /** The other parameters and their values, such as {@code lower = 2.0}. */
  private static String others(
      Parametrisation parametrisation, int one, DrawColumn[] columns, int draw) {
    List<Parameter> each = parametrisation.ofColumns(columns.length);
    return IntStream.range(0, columns.length)
        .filter(i -> i != one)
        .mapToObj(i -> each.get(i).name() + " = " + columns[i].get(draw))
        .collect(Collectors.joining(", "));
  }
}
