package io.credence.predict;

import io.credence.distribution.Parameter;
import io.credence.distribution.Parametrisation;
import io.credence.expression.Columns;
import io.credence.expression.Compiler;
import io.credence.expression.Expression;
import io.credence.expression.Expression.Argument;
import io.credence.expression.Expression.Call;
import io.credence.expression.Expression.Literal;
import io.credence.expression.ExpressionException;
import io.credence.expression.Symbol.Dimension;
import io.credence.problem.Suggestion;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The arguments of a distribution's call, bound to the parameters of one of its parametrisations.
 *
 * @param values what each parameter is
 * @param offsets where each stands; that of the call where it is left out
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
record Arguments(Parametrisation parametrisation, Columns[] values, int[] offsets) {

  /**
   * @param all the parametrisations that a call may use
   * @throws ExpressionException when an argument is unknown, given twice, one too many, missing or
   *     of another shape than its parameter, or a constant outside of its parameter's domain
   */
  static Arguments bind(Call call, List<Parametrisation> all, Compiler compiler)
      throws ExpressionException {
    Parametrisation parametrisation = parametrisation(call, all);
    List<Parameter> parameters = parametrisation.parameters();
    Expression[] given = new Expression[parameters.size()];
    for (int i = 0; i < call.arguments().size(); i++) {
      Argument argument = call.arguments().get(i);
      int position = argument.name() == null ? i : parametrisation.names().indexOf(argument.name());
      if (position >= given.length) {
        throw new ExpressionException(
            "%s takes %s arguments: %s"
                .formatted(
                    call.function(), given.length, String.join(", ", parametrisation.names())),
            argument.value().offset());
      }
      if (given[position] != null) {
        throw new ExpressionException(
            "%s got %s twice".formatted(call.function(), parameters.get(position).name()),
            argument.value().offset());
      }
      given[position] = argument.value();
    }
    requireOneMeaning(call, parametrisation, all.get(0));
    Columns[] values = new Columns[given.length];
    int[] offsets = new int[given.length];
    for (int i = 0; i < given.length; i++) {
      Parameter parameter = parameters.get(i);
      Expression value = given[i] == null ? defaultValue(call, parameter) : given[i];
      offsets[i] = value.offset();
      values[i] =
          compiler.columns(value, parameter.shape(), parameter.name() + " of " + call.function());
      ParameterCheck.requireConstants(call.function(), parameter, values[i], offsets[i]);
    }
    return new Arguments(parametrisation, values, offsets);
  }

  /** The axes of all values. */
  List<Dimension> axes() {
    return Stream.of(values).flatMap(each -> each.axes().stream()).toList();
  }

  /** An argument without a name must not change its meaning by the names of later ones. */
  private static void requireOneMeaning(Call call, Parametrisation chosen, Parametrisation first)
      throws ExpressionException {
    for (int i = 0; i < call.arguments().size(); i++) {
      String name = chosen.names().get(i);
      if (call.arguments().get(i).name() == null && !first.names().get(i).equals(name)) {
        throw new ExpressionException(
            "Argument %s of %s would be %s here, but is %s where no names are given: name it, as in %s = …"
                .formatted(i + 1, call.function(), name, first.names().get(i), name),
            call.arguments().get(i).value().offset());
      }
    }
  }

  /** The first one that has all names that the call uses. */
  private static Parametrisation parametrisation(Call call, List<Parametrisation> all)
      throws ExpressionException {
    List<Parametrisation> left = all;
    for (Argument argument : call.arguments()) {
      String name = argument.name();
      if (name != null) {
        List<Parametrisation> fitting =
            left.stream().filter(each -> each.names().contains(name)).toList();
        if (fitting.isEmpty()) {
          throw unfitting(name, argument.value().offset(), call.function(), all);
        }
        left = fitting;
      }
    }
    return left.get(0);
  }

  private static ExpressionException unfitting(
      String name, int offset, String function, List<Parametrisation> all) {
    List<String> names = all.stream().flatMap(each -> each.names().stream()).distinct().toList();
    String complaint =
        names.contains(name)
            ? "does not take '%s' with the arguments before it".formatted(name)
            : "has no parameter '%s'%s".formatted(name, remedy(function, name, names));
    return new ExpressionException(
        "%s %s: %s"
            .formatted(
                function,
                complaint,
                all.stream()
                    .map(each -> String.join(", ", each.names()))
                    .collect(Collectors.joining("; or "))),
        offset);
  }

  private static String remedy(String function, String name, List<String> names) {
    String known = OtherParameters.remedy(function, name, names);
    return known.isEmpty() ? Suggestion.didYouMean(name, names) : known;
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
