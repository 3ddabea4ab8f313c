package io.credence.predict;

import io.credence.deadletter.UnscorableException;
import io.credence.distribution.ClassDistribution;
import io.credence.distribution.Distribution;
import io.credence.distribution.Distributions;
import io.credence.distribution.Support;
import io.credence.distribution.Variates;
import io.credence.draws.DrawColumn;
import io.credence.expression.Compiler;
import io.credence.expression.Expression.Call;
import io.credence.expression.ExpressionException;
import io.credence.model.Inputs;
import io.credence.model.PredictiveMixture;
import java.util.List;
import java.util.Optional;

/**
 * A call of a distribution, as what yields samples.
 *
 * <p>Not thread-safe.
 */
final class Sampling implements Prediction {

  private final Bound bound;
  private final List<String> classes;
  private DrawColumn[] sampled = {};

  private Sampling(Bound bound, List<String> classes) {
    this.bound = bound;
    this.classes = classes;
  }

  /**
   * Binds the arguments of a call to the parameters of its distribution.
   *
   * @throws ExpressionException when an argument does not fit
   */
  static Sampling compile(Call call, Compiler compiler) throws ExpressionException {
    Distribution distribution = Distributions.named(call.function()).orElse(null);
    return distribution instanceof ClassDistribution ofClasses
        ? compile(call, ofClasses, compiler)
        : new Sampling(Bound.compile(call, compiler), List.of());
  }

  private static Sampling compile(Call call, ClassDistribution distribution, Compiler compiler)
      throws ExpressionException {
    ClassLabels labels = ClassLabels.of(call, compiler);
    Arguments arguments =
        Arguments.bind(labels.unlabelled(), distribution.parametrisations(), compiler);
    PlainCall bound = new PlainCall(distribution, arguments);
    int classes = distribution.classes(bound.count());
    return new Sampling(bound, labels.labels(classes, arguments.axes()));
  }

  @Override
  public boolean isInteger() {
    Support support = bound.distribution().support();
    return support == Support.INTEGER || support == Support.COUNT;
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  @Override
  public void addProbabilities(int n, double[] out) {
    ((ClassDistribution) bound.distribution()).addProbabilities(sampled, n, out);
  }

  @Override
  public Optional<PredictiveMixture> mixture(int n) {
    return classes.isEmpty()
        ? DrawMixture.of(bound.distribution(), () -> sampled, n)
        : Optional.empty();
  }

  @Override
  public boolean isRandom() {
    return true;
  }

  /**
   * Draws a sample per posterior draw.
   *
   * @throws UnscorableException when a parameter lies outside of its domain for some draw
   */
  @Override
  public void sample(Inputs inputs, int n, Variates variates, double[] out)
      throws UnscorableException {
    sampled = bound.columns(inputs, n);
    bound.distribution().sample(sampled, n, variates, out);
  }
}
