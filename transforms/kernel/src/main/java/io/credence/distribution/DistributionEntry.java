package io.credence.distribution;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A distribution in a list of all, from its own declarations.
 *
 * @param name its name in model.yaml
 * @param signatures one for each parametrisation, such as {@code normal(mu = 0, sigma = 1)}
 * @param values what values its samples have
 * @param description what it is, in one line
 */
public record DistributionEntry(
    String name, List<String> signatures, String values, String description) {

  public DistributionEntry {
    signatures = List.copyOf(signatures);
  }

  static DistributionEntry of(Distribution distribution) {
    return new DistributionEntry(
        distribution.name(),
        distribution.parametrisations().stream()
            .map(each -> signature(distribution.name(), each))
            .toList(),
        distribution.support().description(),
        distribution.description());
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
