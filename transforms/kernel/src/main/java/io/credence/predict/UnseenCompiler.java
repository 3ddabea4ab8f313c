package io.credence.predict;

import io.credence.expression.Compiler;
import io.credence.expression.Expression;
import io.credence.expression.ExpressionException;
import io.credence.expression.LetStep;
import io.credence.expression.Substitution;
import io.credence.model.Feature;
import io.credence.problem.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compiles what stands in for parameters when levels are unseen: policies before the expressions
 * that need them, so that the let steps that they use come first.
 */
final class UnseenCompiler {

  private final ExpressionModel model;
  private final Compiler compiler;
  private final Parts parts;
  private final int numSamples;
  private final Map<String, List<Policy>> policies = new LinkedHashMap<>();
  private final Map<String, List<LetStep>> lets = new LinkedHashMap<>();

  UnseenCompiler(ExpressionModel model, Compiler compiler, Parts parts, int numSamples) {
    this.model = model;
    this.compiler = compiler;
    this.parts = parts;
    this.numSamples = numSamples;
  }

  static String part(String feature, String key) {
    return "unseen." + feature + "." + key;
  }

  /** Before all else. */
  void compilePolicies() {
    for (String feature : PolicyOrder.of(model, parts)) {
      // Where a feature should have levels but hasn't, its loader reports that.
      if (model.features().stream().anyMatch(f -> f.name().equals(feature) && f.hasLevels())) {
        compilePolicies(feature);
      }
    }
  }

  private void compilePolicies(String feature) {
    int before = compiler.steps().size();
    List<Policy> compiled = new ArrayList<>();
    model
        .unseen()
        .getOrDefault(feature, Map.of())
        .forEach(
            (key, expression) -> {
              Policy policy =
                  parts.attempt(
                      part(feature, key), expression, () -> policy(feature, key, expression));
              if (policy != null) {
                compiled.add(policy);
              }
            });
    List<LetStep> steps = compiler.steps();
    policies.put(feature, compiled);
    lets.put(feature, steps.subList(before, steps.size()));
  }

  private Policy policy(String feature, String key, Expression expression)
      throws ExpressionException {
    for (String name : Mentions.of(List.of(expression), model.let()).all()) {
      if (model.draw().containsKey(name)) {
        throw new ExpressionException(
            "What stands in for an unseen level is shared by all records that have it, so it can't use '%s', which is drawn for each record"
                .formatted(name),
            expression.offset());
      }
    }
    return Policy.compile(PolicyKey.parse(key, model.posterior()), feature, expression, compiler);
  }

  /** How many let steps the policies use. */
  int letSteps() {
    return lets.values().stream().mapToInt(List::size).sum();
  }

  /** When all expressions are compiled: for each feature what stands in where they need it. */
  List<UnseenStep> steps() {
    List<UnseenStep> steps = new ArrayList<>();
    // A part that does not compile may be the very one that would have used the substitute.
    if (!parts.areSound()) {
      return steps;
    }
    policies.forEach(
        (feature, each) -> {
          requireUnambiguous(feature, each);
          List<Substitute> substitutes = new ArrayList<>();
          for (Policy policy : each) {
            substitutes.addAll(policy.substitutes(compiler.substitutions(), numSamples));
          }
          steps.add(
              new UnseenStep(slot(feature), lets.getOrDefault(feature, List.of()), substitutes));
        });
    return steps;
  }

  /** Each element that is used must have one policy, and each policy an element. */
  private void requireUnambiguous(String feature, List<Policy> all) {
    List<Substitution> used =
        compiler.substitutions().keySet().stream()
            .filter(place -> place.feature().equals(feature))
            .toList();
    for (Substitution place : used) {
      List<Policy> covering = all.stream().filter(policy -> policy.covers(place)).toList();
      if (covering.isEmpty()) {
        Policy near =
            all.stream()
                .filter(policy -> policy.key().parameters().contains(place.tensor()))
                .findFirst()
                .orElse(all.get(0));
        fault(
            near,
            "There is none for %s, which is used as well".formatted(Elements.shown(place, model)));
      } else if (covering.size() > 1) {
        fault(
            covering.get(1),
            "Entry '%s' says what %s is, too; remove one of them"
                .formatted(covering.get(0).key().text(), Elements.shown(place, model)));
      }
    }
    for (Policy policy : all) {
      List<Substitution> covered = used.stream().filter(policy::covers).toList();
      if (covered.isEmpty()) {
        fault(policy, unused(feature, policy, used));
      } else if (policy.isAmbiguous(covered)) {
        fault(policy, Elements.ambiguity(covered, model));
      }
    }
  }

  private void fault(Policy policy, String message) {
    parts.add(part(policy.feature(), policy.key().text()), new ExpressionException(message, 0));
  }

  private static String unused(String feature, Policy policy, List<Substitution> used) {
    List<String> names = used.stream().map(Substitution::tensor).distinct().toList();
    String name = policy.key().parameters().get(0);
    return names.contains(name)
        ? "No expression uses '%s'".formatted(policy.key().text())
        : "No expression indexes '%s' by '%s'%s"
            .formatted(name, feature, Suggestion.didYouMean(name, names));
  }

  private int slot(String feature) {
    return model.features().stream().map(Feature::name).toList().indexOf(feature);
  }
}
