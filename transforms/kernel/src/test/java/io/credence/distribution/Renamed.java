package io.credence.distribution;

import io.credence.draws.DrawColumn;
import java.util.List;

/** A distribution of any name, which is 0 always. */
class Renamed implements Distribution {

  private final String name;

  Renamed(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String description() {
    return "0 always";
  }

  @Override
  public Support support() {
    return Support.COUNT;
  }

  @Override
  public List<Parametrisation> parametrisations() {
    return List.of(Parametrisation.of());
  }

  @Override
  public double sampleAt(DrawColumn[] parameters, int draw, Variates variates) {
    return 0;
  }
}
