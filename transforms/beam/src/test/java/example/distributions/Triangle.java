package example.distributions;

import io.credence.distribution.Distribution;
import io.credence.distribution.Domain;
import io.credence.distribution.Parameter;
import io.credence.distribution.Parametrisation;
import io.credence.distribution.Support;
import io.credence.distribution.Variates;
import io.credence.draws.DrawColumn;
import java.util.List;

/** {@code triangle(low, width)}: symmetric from low to low + width; or {@code high}. */
public final class Triangle implements Distribution {

  private static final Parameter LOW = Parameter.required("low", Domain.REAL);

  @Override
  public String name() {
    return "triangle";
  }

  @Override
  public String description() {
    return "symmetric from low to low + width, or to high";
  }

  @Override
  public Support support() {
    return Support.REAL;
  }

  @Override
  public List<Parametrisation> parametrisations() {
    return List.of(
        Parametrisation.of(LOW, Parameter.required("width", Domain.POSITIVE)),
        Parametrisation.converted(Triangle::toWidth, LOW, Parameter.required("high", Domain.REAL)));
  }

  private static void toWidth(DrawColumn[] given, int n, double[][] first) {
    for (int i = 0; i < n; i++) {
      first[0][i] = given[0].get(i);
      first[1][i] = given[1].get(i) - given[0].get(i);
    }
  }

  @Override
  public double sampleAt(DrawColumn[] parameters, int draw, Variates variates) {
    double between = (variates.uniform() + variates.uniform()) / 2;
    return parameters[0].get(draw) + parameters[1].get(draw) * between;
  }
}
