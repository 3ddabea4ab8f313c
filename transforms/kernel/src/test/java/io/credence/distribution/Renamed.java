package io.credence.distribution;

import io.credence.draws.DrawColumn;
import java.util.Arrays;
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
  public Support support() {
    return Support.COUNT;
  }

  @Override
  public List<Parametrisation> parametrisations() {
    return List.of(Parametrisation.of());
  }

  @Override
  public void sample(DrawColumn[] parameters, int n, Variates variates, double[] out) {
    Arrays.fill(out, 0, n, 0);
  }
}
