package io.credence.distribution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All families by name. */
public final class Families {

  private static final Map<String, Family> BY_NAME =
      List.of(new Normal(), new StudentT(), new LogNormal()).stream()
          .collect(Collectors.toUnmodifiableMap(Family::name, Function.identity()));

  private Families() {}

  public static Optional<Family> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  public static Set<String> names() {
    return BY_NAME.keySet();
  }
}
