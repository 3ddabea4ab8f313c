package io.credence.predict;

import io.credence.expression.Compiler;
import io.credence.expression.Expression;
import io.credence.expression.Expression.Index;
import io.credence.expression.Expression.Name;
import io.credence.expression.Expression.Vector;
import io.credence.expression.ExpressionException;
import io.credence.expression.Parser;
import io.credence.expression.Substitution;
import io.credence.posterior.Posterior;
import io.credence.problem.Excerpt;
import java.util.ArrayList;
import java.util.List;

/**
 * What an entry under {@code unseen} names: a parameter, elements of one, such as {@code ab[county,
 * 0]}, or a list of elements.
 *
 * @param text as model.yaml has it
 * @param elements each an index; empty where a parameter is named alone
 * @param parameters the names of those that occur
 */
record PolicyKey(String text, List<Index> elements, List<String> parameters) {

  PolicyKey {
    elements = List.copyOf(elements);
    parameters = List.copyOf(parameters);
  }

  /**
   * @throws ExpressionException when it names something else
   */
  static PolicyKey parse(String text, Posterior posterior) throws ExpressionException {
    // Some tools give names that could be read as an expression.
    if (posterior.parameter(text).isPresent() || posterior.constant(text).isPresent()) {
      return new PolicyKey(text, List.of(), List.of(text));
    }
    Expression parsed = parsed(text);
    if (parsed instanceof Name name) {
      return new PolicyKey(text, List.of(), List.of(name.text()));
    }
    List<Index> elements = new ArrayList<>();
    for (Expression each : parsed instanceof Vector list ? list.elements() : List.of(parsed)) {
      if (!(each instanceof Index index)) {
        throw fault(
            text,
            "An entry names a parameter, its elements as in ab[county, 0], or a list of them");
      }
      elements.add(index);
    }
    return new PolicyKey(
        text, elements, elements.stream().map(each -> each.target().text()).toList());
  }

  private static Expression parsed(String text) throws ExpressionException {
    try {
      return Parser.parse(text);
    } catch (ExpressionException e) {
      throw fault(text, e.reason());
    }
  }

  private static ExpressionException fault(String text, String reason) {
    return new ExpressionException("%s, but found '%s'".formatted(reason, Excerpt.of(text)), 0);
  }

  /** Whether it is a list of several, which belong together. */
  boolean isList() {
    return elements.size() > 1;
  }

  /** The elements that it names, one by one; empty where a parameter is named alone. */
  List<Substitution> places(String feature, Compiler compiler) throws ExpressionException {
    List<Substitution> places = new ArrayList<>();
    for (Index each : elements) {
      for (Substitution place : places(each, feature, compiler)) {
        if (places.contains(place)) {
          throw fault(text, "Each element can be named once");
        }
        places.add(place);
      }
    }
    return places;
  }

  private List<Substitution> places(Index each, String feature, Compiler compiler)
      throws ExpressionException {
    try {
      return compiler.places(each, feature);
    } catch (ExpressionException e) {
      // Its offset is one in the key.
      throw new ExpressionException(e.reason(), 0);
    }
  }
}
