package io.credence.predict;

import io.credence.distribution.Distributions;
import io.credence.expression.Compiler;
import io.credence.expression.Expression;
import io.credence.expression.Expression.Call;
import io.credence.expression.ExpressionException;
import io.credence.expression.Substitution;
import io.credence.problem.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles a model part by part, and goes on after a fault so as to find them all. */
final class ProgramCompiler {

  private final ExpressionModel model;
  private final int numSamples;
  private final Compiler compiler;
  private final List<Fault> faults = new ArrayList<>();

  ProgramCompiler(ExpressionModel model, int numSamples) {
    this.model = model;
    this.numSamples = numSamples;
    this.compiler = new Compiler(new ModelScope(model, numSamples), numSamples);
  }

  Program compile() throws ProgramException {
    requireDistributions();
    model.let().keySet().forEach(this::compileLet);
    Prediction prediction = compilePrediction();
    List<Program.Substitute> substitutes = new ArrayList<>();
    compiler
        .substitutions()
        .forEach(
            (substitution, column) -> {
              Sampling sampling = compileSubstitute(substitution);
              if (sampling != null) {
                substitutes.add(new Program.Substitute(substitution, sampling, column));
              }
            });
    // A part that does not compile may be the very one that would have used the substitute.
    if (faults.isEmpty()) {
      requireUseOfSubstitutes();
    }
    if (!faults.isEmpty() || prediction == null) {
      throw new ProgramException(faults);
    }
    return new Program(numSamples, compiler.steps(), substitutes, prediction);
  }

  /** What is on the class path may be faulty, and is part of what the model means. */
  private static void requireDistributions() throws ProgramException {
    try {
      for (String name : Distributions.names()) {
        if (Compiler.isFunction(name)) {
          throw new IllegalStateException(
              "A distribution on the class path is named '%s', as a function is: %s"
                  .formatted(name, Distributions.named(name).orElseThrow().getClass().getName()));
        }
      }
    } catch (IllegalStateException e) {
      ExpressionException fault = new ExpressionException(String.valueOf(e.getMessage()), 0);
      throw new ProgramException(List.of(new Fault("predict", fault)));
    }
  }

  private void compileLet(String name) {
    attempt("let." + name, () -> compiler.value(new Expression.Name(name, 0)));
  }

  private @Nullable Prediction compilePrediction() {
    return attempt("predict", () -> Prediction.compile(model.predict(), compiler));
  }

  /** Compiles a part. A faulty step that it uses is reported, and then taken to be a number. */
  private <T> @Nullable T attempt(String part, Part<T> compilation) {
    while (true) {
      try {
        return compilation.compile();
      } catch (ExpressionException e) {
        String step = e.step();
        addOnce(new Fault(step == null ? part : "let." + step, e));
        if (step == null) {
          return null;
        }
        compiler.assumeNumber(step);
      }
    }
  }

  @FunctionalInterface
  private interface Part<T> {
    T compile() throws ExpressionException;
  }

  private @Nullable Sampling compileSubstitute(Substitution substitution) {
    Expression expression = model.substitute(substitution.feature(), substitution.tensor());
    return attempt(
        part(substitution.feature(), substitution.tensor()), () -> substitute(expression));
  }

  private Sampling substitute(Expression expression) throws ExpressionException {
    if (!(expression instanceof Call call) || !Sampling.isDistribution(call)) {
      throw new ExpressionException(
          "What stands in for an unseen level must be a distribution: "
              + String.join(", ", Distributions.names()),
          expression.offset());
    }
    Sampling substitute = Sampling.compile(call, compiler);
    if (!substitute.fixed()) {
      throw new ExpressionException(
          "What stands in for an unseen level may depend on parameters and constants only",
          expression.offset());
    }
    return substitute;
  }

  /** Each coefficient of a vector has a substitute of its own, and they share their faults. */
  private void addOnce(Fault fault) {
    if (faults.stream().noneMatch(known -> known.part().equals(fault.part()))) {
      faults.add(fault);
    }
  }

  private void requireUseOfSubstitutes() {
    for (Map.Entry<String, Map<String, Expression>> policy : model.unseen().entrySet()) {
      String feature = policy.getKey();
      if (!hasLevels(feature)) {
        continue;
      }
      List<String> used =
          compiler.substitutions().keySet().stream()
              .filter(substitution -> substitution.feature().equals(feature))
              .map(Substitution::tensor)
              .toList();
      for (String tensor : policy.getValue().keySet()) {
        if (!used.contains(tensor)) {
          String message =
              "No expression indexes '%s' by '%s'%s"
                  .formatted(tensor, feature, Suggestion.didYouMean(tensor, used));
          faults.add(new Fault(part(feature, tensor), new ExpressionException(message, 0)));
        }
      }
    }
  }

  /** Where a feature should have levels but hasn't, its loader reports that. */
  private boolean hasLevels(String feature) {
    return model.features().stream().anyMatch(f -> f.name().equals(feature) && f.hasLevels());
  }

  private static String part(String feature, String tensor) {
    return "unseen." + feature + "." + tensor;
  }
}
