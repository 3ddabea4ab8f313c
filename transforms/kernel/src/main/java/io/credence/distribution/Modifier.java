package io.credence.distribution;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What makes a distribution of others, as a call whose arguments are calls of distributions. */
public enum Modifier {
  /** What lies between bounds of a distribution. */
  TRUNCATED("(dist, lower = -inf, upper = inf)", "lower below upper"),
  /** A distribution, of which what lies outside of bounds becomes the nearer one. */
  CENSORED("(dist, lower = -inf, upper = inf)", "lower at most upper"),
  /** One of several distributions. */
  MIXTURE("(w, dist, dist, ...)", "w a vector of probabilities that add up to 1");

  private static final List<Distribution> EXAMPLE = List.of(new Normal());

  private final String arguments;
  private final String condition;

  Modifier(String arguments, String condition) {
    this.arguments = arguments;
    this.condition = condition;
  }

  /** The modifier of a name in model.yaml; empty when there is none. */
  public static Optional<Modifier> named(String name) {
    return Stream.of(values()).filter(each -> each.yaml().equals(name)).findFirst();
  }

  /** Its name in model.yaml. */
  public String yaml() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The distribution that it makes. Its parameters are those of the first parametrisation of each
   * inner distribution, in their order, and its own: of a mixture the weights before them, else the
   * bounds behind them. The last relation between its parameters looks at its own alone.
   *
   * @param inner several for a mixture, else one
   * @throws IllegalArgumentException when it can't make one of these, with the reason
   */
  public Distribution of(List<Distribution> inner) {
    for (Distribution each : inner) {
      if (each.support() == Support.CLASSES) {
        throw new IllegalArgumentException(
            "%s takes no distribution of classes, such as %s".formatted(yaml(), each.name()));
      }
    }
    return switch (this) {
      case TRUNCATED -> new Truncated(inner.get(0));
      case CENSORED -> new Censored(inner.get(0));
      case MIXTURE -> new Mixture(inner);
    };
  }

  DistributionEntry entry() {
    Distribution example = of(EXAMPLE);
    return new DistributionEntry(
        yaml(), List.of(yaml() + arguments), List.of(condition), "as dist", example.description());
  }
}
