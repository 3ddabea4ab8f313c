package io.credence.distribution;

import io.credence.draws.DrawColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code mixture(w, comp_dists…)}: one of several distributions, the k-th with probability w[k].
 * Its columns are the weights, then the parameters of the first parametrisation of each component,
 * in their order.
 */
final class Mixture extends Declared {

  private final List<Distribution> components;

  Mixture(List<Distribution> components) {
    super(
        "mixture",
        "one of several distributions, the k-th with probability w[k]",
        support(components),
        parametrisation(components));
    this.components = List.copyOf(components);
  }

  private static Support support(List<Distribution> components) {
    List<Support> all = components.stream().map(Distribution::support).distinct().toList();
    if (all.contains(Support.CLASSES)) {
      throw new IllegalArgumentException("Classes can't be mixed: they have no order");
    }
    boolean discrete =
        all.stream().allMatch(each -> each == Support.COUNT || each == Support.INTEGER);
    if (!discrete && (all.contains(Support.COUNT) || all.contains(Support.INTEGER))) {
      throw new IllegalArgumentException(
          "A mixture is of whole numbers or of real ones, not of both: "
              + components.stream().map(Distribution::name).toList());
    }
    return all.size() == 1 ? all.get(0) : discrete ? Support.INTEGER : Support.REAL;
  }

  private static Parametrisation parametrisation(List<Distribution> components) {
    List<Parameter> all = new ArrayList<>();
    for (int k = 0; k < components.size(); k++) {
      all.add(Parameter.required("w[" + k + "]", Domain.UNIT_INTERVAL));
    }
    int weights = components.size();
    components.forEach(each -> all.addAll(each.parametrisations().get(0).parameters()));
    return Parametrisation.of(all.toArray(Parameter[]::new))
        .where(
            new Relation(
                0,
                "a weight, and the weights must sum to 1",
                (columns, draw) -> Probabilities.isOne(columns, weights, draw)));
  }

  /** The columns of a component. */
  private DrawColumn[] of(int component, DrawColumn[] parameters) {
    int from = components.size();
    for (int k = 0; k < component; k++) {
      from += size(k);
    }
    return Arrays.copyOfRange(parameters, from, from + size(component));
  }

  private int size(int component) {
    return components.get(component).parametrisations().get(0).parameters().size();
  }

  @Override
  public double sampleAt(DrawColumn[] parameters, int draw, Variates variates) {
    int k = Probabilities.choose(parameters, components.size(), draw, variates);
    return components.get(k).sampleAt(of(k, parameters), draw, variates);
  }

  /** Splits the columns once for all samples. */
  @Override
  public void sample(DrawColumn[] parameters, int n, Variates variates, double[] out) {
    DrawColumn[][] each = new DrawColumn[components.size()][];
    for (int k = 0; k < each.length; k++) {
      each[k] = of(k, parameters);
    }
    for (int i = 0; i < n; i++) {
      variates.at(i);
      int k = Probabilities.choose(parameters, each.length, i, variates);
      out[i] = components.get(k).sampleAt(each[k], i, variates);
    }
  }

  @Override
  public boolean hasPointMasses() {
    return components.stream().anyMatch(Distribution::hasPointMasses);
  }

  @Override
  public Optional<DrawFunction> logDensity() {
    return all(components.stream().map(Distribution::logDensity))
        .map(each -> (parameters, draw, y) -> logSum(each, parameters, draw, y));
  }

  private double logSum(List<DrawFunction> each, DrawColumn[] parameters, int draw, double y) {
    double greatest = Double.NEGATIVE_INFINITY;
    double sum = 0;
    for (int k = 0; k < each.size(); k++) {
      double log =
          StrictMath.log(parameters[k].get(draw)) + each.get(k).at(of(k, parameters), draw, y);
      if (log > greatest) {
        sum = sum * StrictMath.exp(greatest - log) + 1;
        greatest = log;
      } else if (log > Double.NEGATIVE_INFINITY) {
        sum += StrictMath.exp(log - greatest);
      } else if (Double.isNaN(log)) {
        return log;
      }
    }
    return greatest + StrictMath.log(sum);
  }

  @Override
  public Optional<DrawFunction> cdf() {
    return mean(all(components.stream().map(Distribution::cdf)));
  }

  @Override
  public Optional<DrawFunction> survival() {
    return mean(all(components.stream().map(Distribution::survival)));
  }

  private Optional<DrawFunction> mean(Optional<List<DrawFunction>> functions) {
    return functions.map(
        each ->
            (parameters, draw, y) -> {
              double sum = 0;
              for (int k = 0; k < each.size(); k++) {
                sum += parameters[k].get(draw) * each.get(k).at(of(k, parameters), draw, y);
              }
              return sum / Probabilities.sum(parameters, each.size(), draw);
            });
  }

  private static Optional<List<DrawFunction>> all(Stream<Optional<DrawFunction>> functions) {
    List<Optional<DrawFunction>> each = functions.toList();
    return each.stream().allMatch(Optional::isPresent)
        ? Optional.of(each.stream().map(Optional::orElseThrow).toList())
        : Optional.empty();
  }
}
