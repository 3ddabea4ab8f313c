package io.credence.distribution;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A distribution in a list of all, from its own declarations.
 *
 * @param name its name in model.yaml
 * @param signatures one for each parametrisation, such as {@code normal(mu = 0, sigma = 1)}
 * @param arguments what each parameter must be, such as {@code sigma > 0 and finite}
 * @param values what values its samples have
 * @param description what it is, in one line
 */
public record DistributionEntry(
    String name,
    List<String> signatures,
    List<String> arguments,
    String values,
    String description) {

  public DistributionEntry {
    signatures = List.copyOf(signatures);
    arguments = List.copyOf(arguments);
  }

  static DistributionEntry of(Distribution distribution) {
    return new DistributionEntry(
        distribution.name(),
        distribution.parametrisations().stream()
            .map(each -> signature(distribution.name(), each))
            .toList(),
        arguments(distribution.parametrisations()),
        distribution.support().description(),
        distribution.description());
  }

  /** Each once, in the order in which parametrisations name them. */
  static List<String> arguments(List<Parametrisation> parametrisations) {
    return parametrisations.stream()
        .flatMap(each -> each.parameters().stream())
        .map(DistributionEntry::condition)
        .distinct()
        .toList();
  }

  private static String condition(Parameter parameter) {
    String shape =
        switch (parameter.shape()) {
          case NUMBER -> "";
          case VECTOR -> "a vector, each element ";
          case SQUARE_MATRIX -> "a square matrix, each element ";
        };
    return parameter.name() + " " + shape + parameter.domain().condition();
  }

  private static String signature(String name, Parametrisation parametrisation) {
    return parametrisation.parameters().stream()
        .map(DistributionEntry::written)
        .collect(Collectors.joining(", ", name + "(", ")"));
  }

  private static String written(Parameter parameter) {
    if (parameter.defaultValue().isEmpty()) {
      return parameter.name();
    }
    double value = parameter.defaultValue().getAsDouble();
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e9;
    return parameter.name()
        + " = "
        + (whole ? String.valueOf((long) value) : String.valueOf(value));
  }
}
