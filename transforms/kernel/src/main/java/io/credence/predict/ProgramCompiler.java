package io.credence.predict;

import io.credence.distribution.Distributions;
import io.credence.expression.Calls;
import io.credence.expression.Compiler;
import io.credence.expression.Expression;
import io.credence.expression.Expression.Call;
import io.credence.expression.ExpressionException;
import io.credence.expression.LetStep;
import io.credence.expression.Symbol;
import io.credence.model.Output;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles a model part by part, and goes on after a fault so as to find them all. */
final class ProgramCompiler {

  private final ExpressionModel model;
  private final int numSamples;
  private final ModelScope scope;
  private final Compiler compiler;
  private final List<Step> steps = new ArrayList<>();
  private final Map<String, DrawStep> draws = new HashMap<>();
  private final Parts parts;
  private final UnseenCompiler unseen;

  /**
   * @param faulty names of what has a fault that was reported
   */
  ProgramCompiler(ExpressionModel model, int numSamples, Set<String> faulty) {
    this.model = model;
    this.numSamples = numSamples;
    this.scope = new ModelScope(model, numSamples);
    this.compiler = new Compiler(scope, numSamples);
    this.parts = new Parts(compiler, model.let());
    this.unseen = new UnseenCompiler(model, compiler, parts, numSamples);
    faulty.forEach(compiler::leaveOut);
  }

  Program compile() throws ProgramException {
    requireDistributions();
    unseen.compilePolicies();
    // In the order in which they take noise, each behind the let steps that it uses.
    model.draw().forEach(this::compileDraw);
    model.let().forEach(this::compileLet);
    List<OutputStep> outputs = compileOutputs();
    addLetSteps();
    List<UnseenStep> substitutes = unseen.steps();
    parts.requireSound();
    return new Program(numSamples, substitutes, steps, outputs);
  }

  /** What is on the class path may be faulty, and is part of what the model means. */
  private static void requireDistributions() throws ProgramException {
    try {
      for (String name : Distributions.names()) {
        if (Calls.isFunction(name) && !Calls.isDistributionToo(name)) {
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

  private void compileLet(String name, Expression expression) {
    Expression use = new Expression.Name(name, 0);
    parts.attempt("let." + name, expression, () -> compiler.value(use));
  }

  private void compileDraw(String name, Expression expression) {
    Step step = parts.attempt("draw." + name, expression, () -> drawStep(name, expression));
    addLetSteps();
    if (step == null) {
      compiler.leaveOut(name);
    } else {
      steps.add(step);
    }
  }

  private Step drawStep(String name, Expression expression) throws ExpressionException {
    if (MultivariateCall.isCall(expression)) {
      MultivariateCall call = MultivariateCall.compile((Call) expression, compiler);
      double[][] columns = new double[call.size()][numSamples];
      Symbol.DrawnVector drawn = new Symbol.DrawnVector(name, call.axis(), columns);
      scope.add(name, drawn);
      return new VectorDrawStep(call, drawn);
    }
    Sampling sampling = drawn(name, expression);
    Symbol.Drawn drawn = new Symbol.Drawn(name, new double[numSamples], sampling.classes());
    scope.add(name, drawn);
    DrawStep step = new DrawStep(sampling, drawn);
    draws.put(name, step);
    return step;
  }

  private Sampling drawn(String name, Expression expression) throws ExpressionException {
    if (expression instanceof Call call && Bound.isCall(call)) {
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
    long before = unseen.letSteps() + steps.stream().filter(step -> !step.isRandom()).count();
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
              Prediction prediction =
                  parts.attempt(model.part(name), expression, () -> prediction(expression));
              if (prediction == null) {
                compiler.leaveOut(name);
              } else {
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
    DrawStep step = drawStep(expression);
    return step == null || step.drawn().classes().isEmpty()
        ? Prediction.compile(expression, compiler)
        : Prediction.of(step);
  }

  /** The random step that an expression names, by way of steps that do no more than that. */
  private @Nullable DrawStep drawStep(Expression expression) {
    Expression rest = expression;
    // Steps that name each other have been reported.
    for (int i = 0; i <= model.let().size() && rest instanceof Expression.Name name; i++) {
      DrawStep step = draws.get(name.text());
      if (step != null) {
        return step;
      }
      rest = model.let().get(name.text());
    }
    return null;
  }
}
