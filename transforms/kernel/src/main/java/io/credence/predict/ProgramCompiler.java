package io.credence.predict;

import io.credence.distribution.Distributions;
import io.credence.expression.Compiler;
import io.credence.expression.Expression;
import io.credence.expression.Expression.Call;
import io.credence.expression.ExpressionException;
import io.credence.expression.LetStep;
import io.credence.expression.Substitution;
import io.credence.expression.Symbol;
import io.credence.model.Output;
import io.credence.problem.Suggestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compiles a model part by part, and goes on after a fault so as to find them all. */
final class ProgramCompiler {

  private final ExpressionModel model;
  private final int numSamples;
  private final ModelScope scope;
  private final Compiler compiler;
  private final List<Step> steps = new ArrayList<>();
  private final Map<String, DrawStep> draws = new HashMap<>();
  private final List<Fault> faults = new ArrayList<>();

  ProgramCompiler(ExpressionModel model, int numSamples) {
    this.model = model;
    this.numSamples = numSamples;
    this.scope = new ModelScope(model, numSamples);
    this.compiler = new Compiler(scope, numSamples);
  }

  Program compile() throws ProgramException {
    requireDistributions();
    // In the order in which they take noise, each behind the let steps that it uses.
    model.draw().forEach(this::compileDraw);
    model.let().keySet().forEach(this::compileLet);
    List<OutputStep> outputs = compileOutputs();
    addLetSteps();
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
    if (!faults.isEmpty()) {
      throw new ProgramException(faults);
    }
    return new Program(numSamples, substitutes, steps, outputs);
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

  private void compileDraw(String name, Expression expression) {
    Sampling sampling = attempt("draw." + name, () -> drawn(name, expression));
    double[] column = new double[numSamples];
    // In place of a faulty one stand numbers, so that what uses it can be checked too.
    List<String> classes = sampling == null ? List.of() : sampling.classes();
    Symbol.Drawn drawn = new Symbol.Drawn(name, column, classes);
    addLetSteps();
    if (sampling != null) {
      DrawStep step = new DrawStep(sampling, drawn);
      draws.put(name, step);
      steps.add(step);
    }
    scope.add(drawn);
  }

  private Sampling drawn(String name, Expression expression) throws ExpressionException {
    if (expression instanceof Call call && Sampling.isDistribution(call)) {
      return Sampling.compile(call, compiler);
    }
    // An unknown distribution is reported as such.
    Prediction.compile(expression, compiler);
    throw new ExpressionException(
        "What is drawn must be a distribution, such as normal(0, 1); a plain expression belongs under let, as let.%s"
            .formatted(name),
        expression.offset());
  }

  /** Those that have come up since the last time. */
  private void addLetSteps() {
    List<LetStep> lets = compiler.steps();
    long before = steps.stream().filter(step -> !(step instanceof DrawStep)).count();
    lets.stream().skip(before).map(Step::of).forEach(steps::add);
  }

  private List<OutputStep> compileOutputs() {
    Map<String, Prediction> predictions = new LinkedHashMap<>();
    Map<String, Output> outputs = new LinkedHashMap<>();
    OutputKinds kinds = new OutputKinds(model, draws);
    model
        .predictions()
        .forEach(
            (name, expression) -> {
              Prediction prediction = attempt(model.part(name), () -> prediction(expression));
              if (prediction != null) {
                predictions.put(name, prediction);
                outputs.put(name, kinds.output(name, expression, prediction));
                scope.addOutput(name, prediction.classes());
              }
            });
    List<OutputStep> compiled = new ArrayList<>();
    predictions.forEach(
        (name, prediction) ->
            compiled.add(
                new OutputStep(
                    Objects.requireNonNull(outputs.get(name)),
                    prediction,
                    scope.columnOfOutput(name))));
    return compiled;
  }

  private Prediction prediction(Expression expression) throws ExpressionException {
    DrawStep step = expression instanceof Expression.Name name ? draws.get(name.text()) : null;
    return step == null || step.drawn().classes().isEmpty()
        ? Prediction.compile(expression, compiler)
        : Prediction.of(step);
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
