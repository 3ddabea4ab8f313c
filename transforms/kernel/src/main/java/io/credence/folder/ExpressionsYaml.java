package io.credence.folder;

import io.credence.problem.Excerpt;
import io.credence.problem.Problems;
import io.credence.yaml.YamlMap;
import io.credence.yaml.YamlValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What model.yaml says in expressions. */
final class ExpressionsYaml {

  /** Of let, and of draw; a regression of ten thousand coefficients is one dot. */
  private static final int MAX_STEPS = 5_000;

  /** Of all features together. */
  private static final int MAX_POLICIES = 1_000;

  private final Problems log;
  private final Map<String, Integer> lines;
  private boolean tooMany;

  /**
   * @param lines receives where each expression stands, by path
   */
  ExpressionsYaml(Problems log, Map<String, Integer> lines) {
    this.log = log;
    this.lines = lines;
  }

  /** Whether there were more of some kind than can be looked at, which was reported. */
  boolean areTooMany() {
    return tooMany;
  }

  /** The steps under a key: let, or draw. */
  Map<String, LocatedExpression> steps(YamlMap root, String key) {
    Map<String, LocatedExpression> steps = new LinkedHashMap<>();
    root.get(key).ifPresent(value -> addAll(value, steps));
    steps.forEach(
        (step, located) -> NameForms.requireQuotable(step, key + "." + step, located.line(), log));
    root.get(key).ifPresent(value -> requireFew(value, steps.size(), MAX_STEPS));
    return steps;
  }

  /** The policies for unseen levels, by feature and parameter. */
  Map<String, Map<String, LocatedExpression>> unseen(Optional<YamlValue> value) {
    Map<String, Map<String, LocatedExpression>> unseen = new LinkedHashMap<>();
    Optional<YamlMap> map = value.flatMap(YamlValue::map);
    if (map.isPresent()) {
      map.get().values().forEach((feature, policy) -> unseen.put(feature, policy(policy)));
    }
    int policies = unseen.size() + unseen.values().stream().mapToInt(Map::size).sum();
    value.ifPresent(found -> requireFew(found, policies, MAX_POLICIES));
    return unseen;
  }

  /** What takes a look at each for each other one must not take minutes. */
  private void requireFew(YamlValue value, int expressions, int most) {
    if (expressions > most) {
      tooMany = true;
      value.report("must have at most %s expressions, but has %s".formatted(most, expressions));
    }
  }

  private Map<String, LocatedExpression> policy(YamlValue value) {
    Map<String, LocatedExpression> policy = new LinkedHashMap<>();
    lines.put(value.path(), value.line());
    addAll(value, policy);
    return policy;
  }

  /** Puts the expressions of a map into another one. */
  void addAll(YamlValue value, Map<String, LocatedExpression> expressions) {
    if (value.isInBraces()) {
      // To YAML, a comma between braces ends a value, even within normal(0, 2).
      for (BracedExpressions.Entry entry : BracedExpressions.split(value.written())) {
        if (expressions.containsKey(entry.name())) {
          value.report("has '" + Excerpt.of(entry.name()) + "' twice");
        }
        expressions.put(entry.name(), braced(value, entry.name(), entry.source()));
      }
      return;
    }
    Optional<YamlMap> map = value.map();
    if (map.isPresent()) {
      map.get()
          .values()
          .forEach((name, each) -> one(each).ifPresent(e -> expressions.put(name, e)));
    }
  }

  private LocatedExpression braced(YamlValue value, String name, String source) {
    String path = value.path() + "." + name;
    lines.put(path, value.line());
    return LocatedExpression.parse(source, path, value.line(), log);
  }

  /** A single expression; empty when it is no text, which was reported. */
  Optional<LocatedExpression> one(YamlValue value) {
    lines.put(value.path(), value.line());
    return value.text().map(text -> LocatedExpression.parse(text, value.path(), value.line(), log));
  }
}
