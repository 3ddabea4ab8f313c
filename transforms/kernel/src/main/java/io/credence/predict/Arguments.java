package io.credence.predict;

import io.credence.distribution.Distribution;
import io.credence.distribution.Parameter;
import io.credence.distribution.Parametrisation;
import io.credence.expression.Compiler;
import io.credence.expression.Expression;
import io.credence.expression.Expression.Argument;
import io.credence.expression.Expression.Call;
import io.credence.expression.Expression.Literal;
import io.credence.expression.ExpressionException;
import io.credence.expression.Operand;
import io.credence.problem.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The arguments of a distribution's call, bound to the parameters of one of its parametrisations.
 *
 * @param operands one for each parameter that is a number, and for each element of one that is not
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
record Arguments(Parametrisation parametrisation, Operand[] operands) {

  /**
   * @throws ExpressionException when an argument is unknown, given twice, one too many or missing
   */
  static Arguments bind(Call call, Distribution distribution, Compiler compiler)
      throws ExpressionException {
    Parametrisation parametrisation = parametrisation(call, distribution);
    List<Parameter> parameters = parametrisation.parameters();
    Map<Integer, List<Operand>> bound = new TreeMap<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      Argument argument = call.arguments().get(i);
      int position = argument.name() == null ? i : parametrisation.names().indexOf(argument.name());
      if (position >= parameters.size()) {
        throw new ExpressionException(
            "%s takes %s arguments: %s"
                .formatted(
                    distribution.name(),
                    parameters.size(),
                    String.join(", ", parametrisation.names())),
            argument.value().offset());
      }
      Parameter parameter = parameters.get(position);
      if (bound.put(position, operands(parameter, argument.value(), compiler)) != null) {
        throw new ExpressionException(
            "%s got %s twice".formatted(distribution.name(), parameter.name()),
            argument.value().offset());
      }
    }
    List<Operand> all = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      List<Operand> operands = bound.get(i);
      if (operands == null) {
        operands = List.of(compiler.compile(defaultValue(call, parameters.get(i))));
      }
      all.addAll(operands);
    }
    return new Arguments(parametrisation, all.toArray(Operand[]::new));
  }

  private static List<Operand> operands(
      Parameter parameter, Expression expression, Compiler compiler) throws ExpressionException {
    return switch (parameter.shape()) {
      case NUMBER -> List.of(compiler.compile(expression));
      case VECTOR -> compiler.elements(expression, 1);
      case SQUARE_MATRIX -> compiler.elements(expression, 2);
    };
  }

  /** The first one that has all names that the call uses. */
  private static Parametrisation parametrisation(Call call, Distribution distribution)
      throws ExpressionException {
    List<Parametrisation> left = distribution.parametrisations();
    for (Argument argument : call.arguments()) {
      String name = argument.name();
      if (name != null) {
        List<Parametrisation> fitting =
            left.stream().filter(each -> each.names().contains(name)).toList();
        if (fitting.isEmpty()) {
          throw unfitting(name, argument.value().offset(), distribution);
        }
        left = fitting;
      }
    }
    return left.get(0);
  }

  private static ExpressionException unfitting(String name, int offset, Distribution distribution) {
    List<Parametrisation> all = distribution.parametrisations();
    List<String> names = all.stream().flatMap(each -> each.names().stream()).distinct().toList();
    String complaint =
        names.contains(name)
            ? "does not take '%s' with the arguments before it".formatted(name)
            : "has no parameter '%s'%s".formatted(name, Suggestion.didYouMean(name, names));
    return new ExpressionException(
        "%s %s: %s"
            .formatted(
                distribution.name(),
                complaint,
                all.stream()
                    .map(each -> String.join(", ", each.names()))
                    .collect(Collectors.joining("; or "))),
        offset);
  }

  private static Expression defaultValue(Call call, Parameter parameter)
      throws ExpressionException {
    if (parameter.defaultValue().isEmpty()) {
      throw new ExpressionException(
          "%s needs %s".formatted(call.function(), parameter.name()), call.offset());
    }
    return new Literal(parameter.defaultValue().getAsDouble(), call.offset());
  }
}
