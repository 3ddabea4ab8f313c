package io.credence.folder;

import com.fasterxml.jackson.databind.JsonNode;
import io.credence.deadletter.UnscorableException;
import io.credence.folder.VerifyCase.Figure;
import io.credence.folder.VerifyCase.Kind;
import io.credence.model.Model;
import io.credence.model.Output;
import io.credence.model.Predictive;
import io.credence.predict.PredictSpec;
import io.credence.predict.Predictor;
import io.credence.problem.Problems;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes the figures of a verify file.
 *
 * <p>A figure passes when it differs by at most z times the root of the sum of both squared Monte
 * Carlo standard errors: the training tool's and ours. With m figures, z is the normal quantile at
 * 1 - 10^-6 / (2 m), so that a right model fails with a chance of one in a million, however many
 * figures it brings; it is 5.8 for 168 figures. The run seeds are fixed: a model that passes once
 * passes always.
 *
 * <p>A quantile of whole numbers may be off by one where the probabilities hardly differ. There,
 * the probability p of the quantile must lie between the shares of our samples below it and up to
 * it, within the error of a share: ours, and that of the training tool, which is taken to have had
 * one sample for each posterior draw.
 *
 * <p>Samples are drawn in passes that use each posterior draw once, under a run seed for each pass,
 * so that parameters are read where they lie and memory does not grow with the model.
 */
final class Verification {

  /** Enough that our own error is of the order of the training tool's, or below. */
  private static final int MIN_SAMPLES = 8000;

  private static final double FALSE_ALARM = 1e-6;

  /** What remains for figures without randomness: another order of additions. */
  private static final double ROUNDING = 1e-9;

  private final Model model;
  private final Predictor predictor;
  private final Predictive pass;
  private final int passes;
  private final double[][] samples;
  private final Problems log;

  private Verification(Model model, Problems log) {
    int draws = Math.min(model.posterior().draws(), PredictSpec.MAX_SAMPLES);
    this.model = model;
    this.predictor = Predictor.of(model, PredictSpec.DEFAULT.withNumSamples(draws));
    this.pass = predictor.room();
    this.passes = (MIN_SAMPLES + draws - 1) / draws;
    this.samples = new double[model.outputs().size()][passes * draws];
    this.log = log;
  }

  /** Reports each case that can't be predicted, and each figure that is off. */
  static void check(Model model, List<VerifyCase> cases, Problems log) {
    int before = log.list().size();
    cases.forEach(each -> VerifyNames.check(model.outputs(), each, log));
    long figures = cases.stream().mapToLong(VerifyCase::size).sum();
    if (figures == 0 || log.list().size() > before) {
      return;
    }
    double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(FALSE_ALARM / (2 * figures));
    Verification verification = new Verification(model, log);
    cases.forEach(each -> verification.check(each, z));
  }

  private void check(VerifyCase verifyCase, double z) {
    double[][] probabilities;
    try {
      probabilities = predict(verifyCase.features());
    } catch (UnscorableException e) {
      log.add(verifyCase.line(), "It can't be predicted: %s (%s)".formatted(e.reason(), e.code()));
      return;
    }
    for (int i = 0; i < samples.length; i++) {
      Output output = model.outputs().get(i);
      List<Figure> figures = VerifyNames.figures(model.outputs(), output, verifyCase);
      if (!figures.isEmpty()) {
        SampleFigures ours = SampleFigures.of(output, samples[i], probabilities[i]);
        for (Figure figure : figures) {
          if (figure.kind() == Kind.QUANTILE && output.kind() == Output.Kind.INTEGER) {
            checkShares(figure, output, ours, z, verifyCase.line());
          } else {
            check(figure, output, ours, z, verifyCase.line());
          }
        }
      }
    }
  }

  /** Draws the samples, and returns the probabilities of classes over all passes. */
  private double[][] predict(JsonNode features) throws UnscorableException {
    double[][] probabilities = new double[samples.length][];
    for (int i = 0; i < samples.length; i++) {
      probabilities[i] = new double[pass.probabilities(i).length];
    }
    for (int i = 0; i < passes; i++) {
      predictor.setSeed(i);
      predictor.predict(this::read, features, pass);
      for (int output = 0; output < samples.length; output++) {
        double[] drawn = pass.samples(output);
        System.arraycopy(drawn, 0, samples[output], i * drawn.length, drawn.length);
        for (int k = 0; k < probabilities[output].length; k++) {
          probabilities[output][k] += pass.probabilities(output)[k];
        }
      }
    }
    for (double[] sums : probabilities) {
      Arrays.setAll(sums, k -> sums[k] / passes);
    }
    return probabilities;
  }

  private void check(Figure figure, Output output, SampleFigures ours, double z, int line) {
    double value = ours.value(figure);
    double allowed =
        z * Math.hypot(figure.mcse(), ours.error(figure)) + ROUNDING * Math.abs(figure.value());
    if (!(Math.abs(value - figure.value()) <= allowed)) {
      log.add(
          line,
          String.format(
              Locale.ROOT,
              "The %s of %s should be %s, but is %s; Monte Carlo error allows a difference of %.3g",
              figure,
              output.name(),
              figure.value(),
              value,
              allowed));
    }
  }

  private void checkShares(Figure figure, Output output, SampleFigures ours, double z, int line) {
    double p = figure.probability();
    double error =
        Math.sqrt(p * (1 - p) * (1.0 / samples[0].length + 1.0 / predictor.numSamples()));
    double below = ours.below(figure.value() - z * figure.mcse());
    double atMost = ours.atMost(figure.value() + z * figure.mcse());
    if (!(below - z * error <= p && p <= atMost + z * error)) {
      log.add(
          line,
          String.format(
              Locale.ROOT,
              "The %s of %s should be %s, but %.3g of the samples are less and %.3g at most that; Monte Carlo error allows a difference of %.3g",
              figure,
              output.name(),
              figure.value(),
              below,
              atMost,
              z * error));
    }
  }

  private @Nullable Object read(JsonNode features, int field) {
    return JsonFields.value(features.get(predictor.fields().get(field)));
  }
}
