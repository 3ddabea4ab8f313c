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
  private final Map<String, Operand> lets = new LinkedHashMap<>();

  /** By name, the offset of the use that led to the step, in the source of the step before. */
  private final Map<String, Integer> letsInProgress = new LinkedHashMap<>();

  private final List<LetStep> steps = new ArrayList<>();

  LetCompiler(Compiler compiler, Scope scope, int draws) {
    this.compiler = compiler;
    this.scope = scope;
    this.draws = draws;
  }

  /** Takes this operand for a step. */
  void put(String step, Operand operand) {
    lets.put(step, operand);
  }

  /** The steps to evaluate for each record, in order. */
  List<LetStep> steps() {
    return List.copyOf(steps);
  }

  Operand compile(Name name, Symbol.Let let) throws ExpressionException {
    Operand known = lets.get(name.text());
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
    Operand operand;
    try {
      operand = compiler.compile(let.expression());
    } catch (ExpressionException e) {
      throw e.inStep(name.text());
    } finally {
      letsInProgress.remove(name.text());
    }
    if (!operand.fixed()) {
      LetStep step = new LetStep(name.text(), operand, draws);
      steps.add(step);
      operand = step.result();
    }
    lets.put(name.text(), operand);
    return operand;
  }

  /** What looks like a cycle may be meant as the use of a constant that a step hides. */
  private String hiddenConstants(List<String> steps) {
    return steps.stream()
        .filter(scope::hasConstant)
        .findFirst()
        .map(
            step ->
                "; the posterior has a constant '%s' too, which the step hides: rename the step to use it"
                    .formatted(step))
        .orElse("");
  }

  private ExpressionException cycle(Name name) {
    List<String> path = new ArrayList<>(letsInProgress.keySet());
    path = path.subList(path.indexOf(name.text()), path.size());
    String message =
        "The let steps form a cycle: %s -> %s%s"
            .formatted(String.join(" -> ", path), name.text(), hiddenConstants(path));
    // The fault is reported for the step where the cycle begins, so it points to the use in its
    // source.
    int offset = path.size() == 1 ? name.offset() : letsInProgress.getOrDefault(path.get(1), 0);
    return new ExpressionException(message, offset).inStep(name.text());
  }
}
