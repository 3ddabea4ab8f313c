package io.credence.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parameters {@code lower} and {@code upper} that stand behind those of a distribution. */
final class Bounds {

  private Bounds() {}

  /** Those of a distribution, each with the bounds behind it. */
  static Parametrisation[] parametrisations(Distribution whole, List<Relation> relations) {
    return whole.parametrisations().stream()
        .map(each -> bounded(each, whole, relations))
        .toArray(Parametrisation[]::new);
  }

  private static Parametrisation bounded(
      Parametrisation inner, Distribution whole, List<Relation> relations) {
    int given = inner.parameters().size();
    Parametrisation bounded =
        new Parametrisation(
            parameters(inner, discrete(whole) ? Domain.INTEGER_BOUND : Domain.BOUND),
            inner.conversion().map(conversion -> withBounds(conversion, given)),
            inner.relations());
    if (inner.conversion().isPresent()) {
      return bounded;
    }
    for (Relation each : relations) {
      bounded = bounded.where(each);
    }
    boolean touching = discrete(whole);
    return bounded.where(
        new Relation(
            given + 1,
            touching ? "at least lower" : "above lower",
            (columns, draw) -> {
              double lower = columns[given].get(draw);
              double upper = columns[given + 1].get(draw);
              return lower < upper || (touching && lower == upper);
            }));
  }

  private static List<Parameter> parameters(Parametrisation inner, Domain domain) {
    List<Parameter> all = new ArrayList<>(inner.parameters());
    all.add(Parameter.optional("lower", domain, Double.NEGATIVE_INFINITY));
    all.add(Parameter.optional("upper", domain, Double.POSITIVE_INFINITY));
    return all;
  }

  private static Parametrisation.Conversion withBounds(
      Parametrisation.Conversion conversion, int bound) {
    return (given, n, first) -> {
      conversion.convert(given, n, first);
      for (int i = 0; i < 2; i++) {
        System.arraycopy(
            given[bound + i].values(),
            given[bound + i].offset(),
            first[first.length - 2 + i],
            0,
            n);
      }
    };
  }

  static boolean discrete(Distribution whole) {
    return whole.support() == Support.COUNT || whole.support() == Support.INTEGER;
  }

  /** A lower bound, or the last whole number before it, since a discrete bound is inside. */
  static double below(double lower, boolean discrete) {
    return discrete ? lower - 1 : lower;
  }

  /** A function that must be there. */
  static DrawFunction required(
      Optional<DrawFunction> function, Distribution whole, String done, String what) {
    return function.orElseThrow(
        () ->
            new IllegalArgumentException(
                "%s can't be %s: it has no %s".formatted(whole.name(), done, what)));
  }
}
