package io.credence.distribution;

import io.credence.draws.DrawColumn;
import java.util.List;
import java.util.Optional;

/**
 * {@code truncated(dist, lower = -Infinity, upper = Infinity)}: a distribution of which only what
 * lies from lower to upper is left. Its parameters are those of the distribution, then the bounds.
 *
 * <p>Samples come from the inverse of the cdf, or, of normal and lognormal ones, from a rejection
 * that is quick wherever the bounds are. Of distributions whose cdf may differ in the last bit from
 * one kind of processor to another, samples are rejected until one lies between the bounds; so
 * these must leave at least 0.1 %.
 */
final class Truncated extends Declared {

  /** At 0.1 %, this many rejections have a chance of e^-100. */
  private static final int MOST_REJECTIONS = 100_000;

  private static final double LEAST_LEFT = 1e-3;

  private final Distribution whole;
  private final DrawFunction logDensity;
  private final DrawFunction cdf;
  private final DrawFunction survival;
  private final DrawFunction quantile;
  private final int lower;
  private final boolean discrete;

  /**
   * @throws IllegalArgumentException when the distribution lacks a log-density, cdf or quantile
   */
  Truncated(Distribution whole) {
    super(
        "truncated",
        "what lies from lower to upper of a distribution",
        whole.support(),
        Bounds.parametrisations(whole, relations(whole)));
    this.whole = whole;
    this.logDensity = Bounds.required(whole.logDensity(), whole, "truncated", "log-density");
    this.cdf = Bounds.required(whole.cdf(), whole, "truncated", "cdf");
    this.survival = Bounds.required(whole.survival(), whole, "truncated", "survival");
    this.quantile = Bounds.required(whole.quantile(), whole, "truncated", "quantile");
    this.lower = whole.parametrisations().get(0).parameters().size();
    this.discrete = Bounds.discrete(whole);
  }

  @Override
  public double sampleAt(DrawColumn[] parameters, int draw, Variates variates) {
    double low = parameters[lower].get(draw);
    double high = parameters[lower + 1].get(draw);
    if (whole instanceof Family family && family.strict()) {
      double a = parameters[0].get(draw);
      double b = parameters[lower - 1].get(draw);
      return family.sampleBetween(a, b, low, high, variates);
    }
    for (int i = 0; i < MOST_REJECTIONS; i++) {
      double y = whole.sampleAt(parameters, draw, variates);
      if (y >= low && y <= high) {
        return y;
      }
    }
    return Double.NaN;
  }

  @Override
  public boolean hasPointMasses() {
    return whole.hasPointMasses();
  }

  @Override
  public Optional<DrawFunction> logDensity() {
    return Optional.of(
        (parameters, draw, y) -> {
          if (y < parameters[lower].get(draw) || y > parameters[lower + 1].get(draw)) {
            return Double.NEGATIVE_INFINITY;
          }
          return logDensity.at(parameters, draw, y) - StrictMath.log(left(parameters, draw));
        });
  }

  @Override
  public Optional<DrawFunction> cdf() {
    return Optional.of(
        (parameters, draw, y) -> {
          double high = Math.min(y, parameters[lower + 1].get(draw));
          return share(between(parameters, draw, below(parameters, draw), high), parameters, draw);
        });
  }

  @Override
  public Optional<DrawFunction> survival() {
    return Optional.of(
        (parameters, draw, y) -> {
          double low = Math.max(y, below(parameters, draw));
          double high = parameters[lower + 1].get(draw);
          return share(between(parameters, draw, low, high), parameters, draw);
        });
  }

  private double share(double part, DrawColumn[] parameters, int draw) {
    return Double.isNaN(part) ? part : Math.min(1, Math.max(0, part / left(parameters, draw)));
  }

  /** What of the whole the bounds leave. */
  private double left(DrawColumn[] parameters, int draw) {
    return between(parameters, draw, below(parameters, draw), parameters[lower + 1].get(draw));
  }

  private double between(DrawColumn[] parameters, int draw, double low, double high) {
    return between(cdf, survival, parameters, draw, low, high);
  }

  /** The probability of more than low and at most high, from the side of the smaller tail. */
  private static double between(
      DrawFunction cdf,
      DrawFunction survival,
      DrawColumn[] parameters,
      int draw,
      double low,
      double high) {
    double before = cdf.at(parameters, draw, low);
    return before <= 0.5
        ? cdf.at(parameters, draw, high) - before
        : survival.at(parameters, draw, low) - survival.at(parameters, draw, high);
  }

  /** The lower bound, or the last whole number before it: a discrete bound is inside. */
  private double below(DrawColumn[] parameters, int draw) {
    return Bounds.below(parameters[lower].get(draw), discrete);
  }

  @Override
  public Optional<DrawFunction> quantile() {
    return Optional.of(
        (parameters, draw, p) -> {
          double before = cdf.at(parameters, draw, below(parameters, draw));
          double y = quantile.at(parameters, draw, before + p * left(parameters, draw));
          double low = parameters[lower].get(draw);
          return Math.min(parameters[lower + 1].get(draw), Math.max(low, y));
        });
  }

  /** What must hold besides the order of the bounds: that something is left, and rejections end. */
  private static List<Relation> relations(Distribution whole) {
    int lower = whole.parametrisations().get(0).parameters().size();
    if (whole instanceof Family family && family.strict() && family.samplesFarTails()) {
      return List.of(
          new Relation(
              lower,
              "such that something of " + whole.name() + " is left",
              (parameters, draw) ->
                  family.meets(
                      parameters[0].get(draw),
                      parameters[lower - 1].get(draw),
                      parameters[lower].get(draw),
                      parameters[lower + 1].get(draw))));
    }
    boolean inverted = whole instanceof Family family && family.strict();
    boolean discrete = Bounds.discrete(whole);
    DrawFunction cdf = whole.cdf().orElse((parameters, draw, y) -> Double.NaN);
    DrawFunction survival = whole.survival().orElse(cdf);
    return List.of(
        new Relation(
            lower,
            "such that %s of %s is left"
                .formatted(inverted ? "something" : "at least 0.1 %", whole.name()),
            (parameters, draw) -> {
              double low = Bounds.below(parameters[lower].get(draw), discrete);
              double high = parameters[lower + 1].get(draw);
              double left = between(cdf, survival, parameters, draw, low, high);
              return inverted ? left > 0 : left >= LEAST_LEFT;
            }));
  }
}
