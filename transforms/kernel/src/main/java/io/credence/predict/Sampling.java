package io.credence.predict;

import io.credence.deadletter.UnscorableException;
import io.credence.distribution.ClassDistribution;
import io.credence.distribution.Distribution;
import io.credence.distribution.Distributions;
import io.credence.distribution.Parameter;
import io.credence.distribution.Parametrisation;
import io.credence.distribution.Support;
import io.credence.distribution.Variates;
import io.credence.draws.DrawColumn;
import io.credence.expression.Compiler;
import io.credence.expression.Expression;
import io.credence.expression.Expression.Call;
import io.credence.expression.ExpressionException;
import io.credence.expression.Operand;
import io.credence.model.Inputs;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A distribution with an operand for each of its parameters.
 *
 * <p>Not thread-safe.
 */
final class Sampling implements Prediction {

  private final Distribution distribution;
  private final Parametrisation parametrisation;
  private final List<Parameter> parameters;
  private final Operand[] operands;
  private final DrawColumn[] columns;
  private final boolean[] sound;
  private final @Nullable Conversion conversion;
  private final List<String> classes;
  private DrawColumn[] sampled = {};

  private Sampling(Distribution distribution, Arguments arguments, List<String> classes) {
    this.distribution = distribution;
    this.parametrisation = arguments.parametrisation();
    this.classes = classes;
    this.operands = arguments.operands();
    this.parameters = parametrisation.ofColumns(operands.length);
    this.columns =
        Stream.generate(DrawColumn::new).limit(operands.length).toArray(DrawColumn[]::new);
    this.sound = new boolean[operands.length];
    this.conversion =
        arguments
            .parametrisation()
            .conversion()
            .map(rule -> Conversion.of(distribution, parametrisation, rule, operands.length))
            .orElse(null);
  }

  static boolean isDistribution(Expression expression) {
    return expression instanceof Call call && Distributions.named(call.function()).isPresent();
  }

  /**
   * Binds the arguments of a call to the parameters of its distribution.
   *
   * @throws ExpressionException when an argument is unknown, given twice, one too many or missing
   */
  static Sampling compile(Call call, Compiler compiler) throws ExpressionException {
    Distribution distribution = Distributions.named(call.function()).orElseThrow();
    if (distribution instanceof ClassDistribution classes) {
      ClassLabels labels = ClassLabels.of(call, compiler);
      Arguments arguments = Arguments.bind(labels.unlabelled(), distribution, compiler);
      int count = classes.classes(arguments.operands().length);
      return new Sampling(distribution, arguments, labels.labels(count));
    }
    return new Sampling(distribution, Arguments.bind(call, distribution, compiler), List.of());
  }

  @Override
  public boolean isInteger() {
    return distribution.support() == Support.INTEGER || distribution.support() == Support.COUNT;
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  @Override
  public void addProbabilities(int n, double[] out) {
    ((ClassDistribution) distribution).addProbabilities(sampled, n, out);
  }

  @Override
  public boolean isRandom() {
    return true;
  }

  /** Whether every record has the same parameters. */
  boolean fixed() {
    return Stream.of(operands).allMatch(Operand::fixed);
  }

  /**
   * Draws a sample per posterior draw.
   *
   * @throws UnscorableException when a parameter lies outside of its domain for some draw
   */
  @Override
  public void sample(Inputs inputs, int n, Variates variates, double[] out)
      throws UnscorableException {
    for (int i = 0; i < operands.length; i++) {
      operands[i].column(inputs, columns[i]);
      if (!sound[i]) {
        ParameterCheck.require(distribution, parameters.get(i), columns[i], n);
        // A parameter that no record changes is looked at once.
        sound[i] = operands[i].fixed();
      }
    }
    ParameterCheck.require(distribution, parametrisation, columns, n);
    sampled = conversion == null ? columns : conversion.convert(columns, n);
    distribution.sample(sampled, n, variates, out);
  }
}
