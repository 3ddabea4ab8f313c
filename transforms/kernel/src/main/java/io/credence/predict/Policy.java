package io.credence.predict;

import io.credence.expression.Columns;
import io.credence.expression.Compiler;
import io.credence.expression.Expression;
import io.credence.expression.Expression.Call;
import io.credence.expression.ExpressionException;
import io.credence.expression.Substitution;
import io.credence.expression.Symbol.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An entry under {@code unseen}, compiled.
 *
 * @param places the elements that its key names one by one; empty where it names a parameter alone
 */
record Policy(PolicyKey key, String feature, List<Substitution> places, Source source) {

  Policy {
    places = List.copyOf(places);
  }

  /** What the elements are. */
  private sealed interface Source {

    /** Each is drawn by itself. */
    record Each(Sampling sampling) implements Source {}

    /** All are drawn together. */
    record Joint(MultivariateCall call) implements Source {}

    /** They are computed. */
    record Computed(Columns values) implements Source {}
  }

  static Policy compile(PolicyKey key, String feature, Expression expression, Compiler compiler)
      throws ExpressionException {
    List<Substitution> places = key.places(feature, compiler);
    return new Policy(key, feature, places, source(key, places, expression, compiler));
  }

  private static Source source(
      PolicyKey key, List<Substitution> places, Expression expression, Compiler compiler)
      throws ExpressionException {
    int size = places.size();
    if (MultivariateCall.isCall(expression)) {
      MultivariateCall call = MultivariateCall.compile((Call) expression, compiler);
      if (call.size() != size) {
        throw new ExpressionException(
            "mv_normal yields %s elements here, but '%s' names %s"
                .formatted(call.size(), key.text(), size == 0 ? "none one by one" : size),
            expression.offset());
      }
      requireOrder(List.of(call.axis()), places, expression, compiler);
      return new Source.Joint(call);
    }
    if (Bound.isCall(expression)) {
      if (key.isList()) {
        throw new ExpressionException(
            "This could be drawn once for all elements of the list, or for each of them: write an entry for each, or a joint distribution, mv_normal",
            expression.offset());
      }
      Sampling sampling = Sampling.compile((Call) expression, compiler);
      if (!sampling.classes().isEmpty()) {
        throw new ExpressionException("Classes can't stand in for numbers", expression.offset());
      }
      return new Source.Each(sampling);
    }
    Prediction.requireKnown(expression);
    Columns values = compiler.columns(expression);
    if (values.count() != 1 && values.count() != size) {
      throw new ExpressionException(
          "This has %s elements, but '%s' names %s"
              .formatted(values.count(), key.text(), size == 0 ? "none one by one" : size),
          expression.offset());
    }
    requireOrder(values.axes(), places, expression, compiler);
    return new Source.Computed(values);
  }

  /** The elements that the key lists meet those of the value in order. */
  private static void requireOrder(
      List<Dimension> axes, List<Substitution> places, Expression expression, Compiler compiler)
      throws ExpressionException {
    Dimension listed = compiler.axis(places);
    for (Dimension axis : axes) {
      Optional<String> misfit = listed.misfit(axis);
      if (axis.size() == listed.size() && misfit.isPresent()) {
        throw new ExpressionException(misfit.get(), expression.offset());
      }
    }
  }

  /** Whether it says what an element is. */
  boolean covers(Substitution place) {
    return place.feature().equals(feature)
        && (places.isEmpty() ? key.parameters().contains(place.tensor()) : places.contains(place));
  }

  /**
   * Whether elements at different positions would be drawn from one distribution, and the key does
   * not say so.
   *
   * @param covered the elements that are used
   */
  boolean isAmbiguous(List<Substitution> covered) {
    return places.isEmpty() && covered.stream().map(Substitution::positions).distinct().count() > 1;
  }

  /**
   * What fills the elements that expressions use.
   *
   * @param columns where they find each of them
   * @param n the length of a column
   */
  List<Substitute> substitutes(Map<Substitution, double[]> columns, int n) {
    List<Substitution> used = columns.keySet().stream().filter(this::covers).toList();
    List<Substitute> substitutes = new ArrayList<>();
    if (source instanceof Source.Each each) {
      for (Substitution place : used) {
        substitutes.add(
            Substitute.drawn(each.sampling(), place, columns.getOrDefault(place, new double[n])));
      }
    } else if (!used.isEmpty()) {
      // Elements that no expression uses are drawn all the same, with those that some do.
      List<Substitution> filled = places.isEmpty() ? used : places;
      double[][] out =
          filled.stream()
              .map(place -> columns.getOrDefault(place, new double[n]))
              .toArray(double[][]::new);
      substitutes.add(
          source instanceof Source.Joint joint
              ? Substitute.drawn(joint.call(), filled.get(0), out)
              : Substitute.computed(((Source.Computed) source).values(), out));
    }
    return substitutes;
  }
}
