package io.credence.distribution;

import java.util.List;

/** What a distribution says of itself. */
abstract class Declared implements Distribution {

  private final String name;
  private final String description;
  private final Support support;
  private final List<Parametrisation> parametrisations;

  Declared(String name, String description, Support support, Parametrisation... parametrisations) {
    this.name = name;
    this.description = description;
    this.support = support;
    this.parametrisations = List.of(parametrisations);
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String description() {
    return description;
  }

  @Override
  public final Support support() {
    return support;
  }

  @Override
  public final List<Parametrisation> parametrisations() {
    return parametrisations;
  }
}
