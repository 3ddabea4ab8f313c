package io.credence.expression;

import io.credence.expression.Expression.Name;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compiles each let step once, when an expression first uses it, and finds cycles of them. */
final class LetCompiler {

  /** Without a limit, hostile input could exhaust the stack. */
  private static final int MAX_LET_DEPTH = 200;

  private final Compiler compiler;
  private final Scope scope;
  private final int draws;
  private final Map<String, Value> lets = new LinkedHashMap<>();

  /** By name, the offset of the use that led to the step, in the source of the step before. */
  private final Map<String, Integer> letsInProgress = new LinkedHashMap<>();

  private final List<LetStep> steps = new ArrayList<>();

  LetCompiler(Compiler compiler, Scope scope, int draws) {
    this.compiler = compiler;
    this.scope = scope;
    this.draws = draws;
  }

  /** The steps to evaluate for each record, in order. */
  List<LetStep> steps() {
    return List.copyOf(steps);
  }

  Value compile(Name name, Symbol.Let let) throws ExpressionException {
    Value known = lets.get(name.text());
    if (known != null) {
      return known;
    }
    if (letsInProgress.containsKey(name.text())) {
      throw cycle(name);
    }
    if (letsInProgress.size() == MAX_LET_DEPTH) {
      throw new ExpressionException(
          "Let steps use each other more than %s levels deep".formatted(MAX_LET_DEPTH),
          name.offset());
    }
    letsInProgress.put(name.text(), name.offset());
    Value value;
    try {
      value = compiler.value(let.expression());
    } catch (FollowUp e) {
      // Else each step that uses this one would go all the way down to the fault again.
      compiler.leaveOut(name.text());
      throw e;
    } catch (ExpressionException e) {
      throw e.inStep(name.text());
    } finally {
      letsInProgress.remove(name.text());
    }
    if (isEvaluated(value)) {
      LetStep step = LetStep.of(name.text(), value, draws);
      steps.add(step);
      value = step.result();
    }
    // Each use of a parameter under another name has memory of its own.
    if (!(value instanceof WholeTensor)) {
      lets.put(name.text(), value);
    }
    return value;
  }

  /**
   * What is no more than another name needs no memory, and stays what it is: a level, a feature.
   */
  private static boolean isEvaluated(Value value) {
    boolean named =
        value instanceof FeatureOperand
            || value instanceof DrawnClasses
            || value instanceof DrawnNumbers
            || value instanceof Level
            || value instanceof Text
            || (value instanceof Array array && array.stored());
    return !named && !value.fixed();
  }

  /** What looks like a cycle may be meant as the use of a parameter that a step hides. */
  private String hidden(List<String> path) {
    return path.stream()
        .filter(step -> scope.hidden(step).isPresent())
        .findFirst()
        .map(step -> "; " + Hidden.byStep(step, scope))
        .orElse("");
  }

  private ExpressionException cycle(Name name) {
    List<String> path = new ArrayList<>(letsInProgress.keySet());
    path = path.subList(path.indexOf(name.text()), path.size());
    String message =
        "The let steps form a cycle: %s -> %s%s"
            .formatted(String.join(" -> ", path), name.text(), hidden(path));
    // The fault is reported for the step where the cycle begins, so it points to the use in its
    // source.
    int offset = path.size() == 1 ? name.offset() : letsInProgress.getOrDefault(path.get(1), 0);
    return new ExpressionException(message, offset).inStep(name.text());
  }
}
