package io.credence.predict;

import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;
import io.credence.distribution.Domain;
import io.credence.distribution.Families;
import io.credence.distribution.Family;
import io.credence.distribution.Parameter;
import io.credence.distribution.Variates;
import io.credence.draws.DrawColumn;
import io.credence.expression.Compiler;
import io.credence.expression.Expression;
import io.credence.expression.Expression.Argument;
import io.credence.expression.Expression.Call;
import io.credence.expression.Expression.Literal;
import io.credence.expression.ExpressionException;
import io.credence.expression.Operand;
import io.credence.model.Inputs;
import io.credence.problem.Suggestion;
import java.util.List;
import java.util.stream.Stream;

/**
 * A distribution with an operand for each of its parameters.
 *
 * <p>Not thread-safe.
 */
final class Sampling implements Prediction {

  private final Family family;
  private final List<Parameter> parameters;
  private final Operand[] operands;
  private final DrawColumn[] columns;
  private final boolean[] sound;

  private Sampling(Family family, Operand[] operands) {
    this.family = family;
    this.parameters = family.parameters();
    this.operands = operands;
    this.columns =
        Stream.generate(DrawColumn::new).limit(operands.length).toArray(DrawColumn[]::new);
    this.sound = new boolean[operands.length];
  }

  static boolean isDistribution(Expression expression) {
    return expression instanceof Call call && Families.named(call.function()).isPresent();
  }

  /**
   * Binds the arguments of a call to the parameters of its family.
   *
   * @throws ExpressionException when an argument is unknown, given twice, one too many or missing
   */
  static Sampling compile(Call call, Compiler compiler) throws ExpressionException {
    Family family = Families.named(call.function()).orElseThrow();
    List<Parameter> parameters = family.parameters();
    Operand[] operands = new Operand[parameters.size()];
    for (int i = 0; i < call.arguments().size(); i++) {
      Argument argument = call.arguments().get(i);
      int position = position(family, argument, i);
      if (operands[position] != null) {
        throw new ExpressionException(
            "%s got %s twice".formatted(family.name(), parameters.get(position).name()),
            argument.value().offset());
      }
      operands[position] = compiler.compile(argument.value());
    }
    for (int i = 0; i < operands.length; i++) {
      if (operands[i] == null) {
        operands[i] = compiler.compile(defaultValue(call, parameters.get(i)));
      }
    }
    return new Sampling(family, operands);
  }

  private static int position(Family family, Argument argument, int i) throws ExpressionException {
    List<String> names = family.parameters().stream().map(Parameter::name).toList();
    int position = argument.name() == null ? i : names.indexOf(argument.name());
    if (position >= 0 && position < names.size()) {
      return position;
    }
    String complaint =
        argument.name() == null
            ? "takes %s arguments".formatted(names.size())
            : "has no parameter '%s'%s"
                .formatted(argument.name(), Suggestion.didYouMean(argument.name(), names));
    throw new ExpressionException(
        "%s %s: %s".formatted(family.name(), complaint, String.join(", ", names)),
        argument.value().offset());
  }

  private static Expression defaultValue(Call call, Parameter parameter)
      throws ExpressionException {
    if (parameter.defaultValue().isEmpty()) {
      throw new ExpressionException(
          "%s needs %s".formatted(call.function(), parameter.name()), call.offset());
    }
    return new Literal(parameter.defaultValue().getAsDouble(), call.offset());
  }

  /** Whether every record has the same parameters. */
  boolean fixed() {
    return Stream.of(operands).allMatch(Operand::fixed);
  }

  /**
   * Draws a sample per posterior draw.
   *
   * @throws UnscorableException when a parameter lies outside of its domain for some draw
   */
  @Override
  public void sample(Inputs inputs, int n, Variates variates, double[] out)
      throws UnscorableException {
    for (int i = 0; i < operands.length; i++) {
      operands[i].column(inputs, columns[i]);
      if (!sound[i]) {
        check(parameters.get(i), columns[i], n);
        // A parameter that no record changes is looked at once.
        sound[i] = operands[i].fixed();
      }
    }
    family.sample(columns, n, variates, out);
  }

  private void check(Parameter parameter, DrawColumn column, int n) throws UnscorableException {
    int outside = parameter.domain().firstOutside(column, n);
    if (outside != Domain.NONE) {
      double value = column.get(outside);
      boolean finite = Math.abs(value) <= Double.MAX_VALUE;
      throw new UnscorableException(
          finite ? DeadLetterCode.INVALID_PARAMETER : DeadLetterCode.NOT_FINITE_PREDICTION,
          "%s of %s must be %s, but is %s in sample %s of %s"
              .formatted(
                  parameter.name(),
                  family.name(),
                  parameter.domain().condition(),
                  value,
                  outside,
                  n),
          parameter.name());
    }
  }
}
