package io.credence.folder;

import io.credence.expression.Expression;
import io.credence.model.ModelDescription;
import io.credence.problem.Excerpt;
import io.credence.problem.Problems;
import io.credence.yaml.YamlMap;
import io.credence.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What model.yaml says of outputs: {@code target} and {@code predict} of one, {@code outputs} with
 * an expression for each of several; or, where {@code format} says how to predict, their names.
 */
final class OutputsYaml {

  private static final LocatedExpression NO_EXPRESSION =
      new LocatedExpression(new Expression.Faulty(0), "", 0);

  /** Each has its columns. */
  private static final int MAX_OUTPUTS = 1000;

  private final Problems log;
  private final List<String> names = new ArrayList<>();
  private final Map<String, LocatedExpression> predictions = new LinkedHashMap<>();
  private @Nullable LocatedExpression predict;

  OutputsYaml(YamlMap root, Problems log, ExpressionsYaml expressions) {
    this.log = log;
    boolean format = root.get("format").isPresent();
    Optional<YamlValue> outputs = root.get("outputs");
    if (outputs.isEmpty()) {
      names.add(
          NameForms.matching(
              root.require("target", "target: y"), NameForms.NAME, "letters, digits and _"));
      predict = NO_EXPRESSION;
      if (!format) {
        predict =
            root.require("predict", "predict: normal(mu, sigma)")
                .flatMap(expressions::one)
                .orElse(NO_EXPRESSION);
      }
      return;
    }
    for (String key : List.of("target", "predict")) {
      root.get(key)
          .ifPresent(
              value ->
                  value.report("must not stand beside outputs, which has all of them; remove one"));
    }
    if (format) {
      outputs.get().elements().forEach(each -> each.text().ifPresent(names::add));
    } else {
      expressions.addAll(outputs.get(), predictions);
      names.addAll(predictions.keySet());
    }
    check(outputs.get(), format);
  }

  private void check(YamlValue outputs, boolean format) {
    for (String name : names) {
      if (!NameForms.NAME.matcher(name).matches()) {
        outputs.report(
            "must have names of letters, digits and _ that begin with no digit, but has '%s'"
                .formatted(Excerpt.of(name)));
      }
    }
    if (names.isEmpty() || names.size() > MAX_OUTPUTS) {
      outputs.report(
          format
              ? "must be a list of 1 to %s names, such as [loss, claims]".formatted(MAX_OUTPUTS)
              : "must be 1 to %s names, each with an expression".formatted(MAX_OUTPUTS));
      names.clear();
      predictions.clear();
    } else {
      ModelDescription.clash(names)
          .ifPresent(clash -> log.add(outputs.line(), "outputs: " + clash));
    }
    if (!log.isEmpty()) {
      standIn();
    }
  }

  /** Something harmless, so that the other parts can be checked. */
  private void standIn() {
    if (names.isEmpty() || ModelDescription.clash(names).isPresent()) {
      names.clear();
      predictions.clear();
      names.add("y");
      predict = NO_EXPRESSION;
    }
  }

  /** The names of all outputs, at least one. */
  List<String> names() {
    return names;
  }

  /** How the one output is predicted; null when there are several. */
  @Nullable LocatedExpression predict() {
    return predict;
  }

  /** How each of several is predicted. */
  Map<String, LocatedExpression> predictions() {
    return predictions;
  }
}
