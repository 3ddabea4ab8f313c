package io.credence.cli.command;

import io.credence.beam.ModelRef;
import io.credence.deadletter.UnscorableException;
import io.credence.diagnostics.Diagnostics;
import io.credence.model.Feature;
import io.credence.model.Model;
import io.credence.posterior.Posterior;
import io.credence.posterior.Variable;
import io.credence.summary.Summarizer;
import io.credence.summary.Summary;
import io.credence.summary.SummarySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What a model is: its features and parameters, with the diagnostics of its chains. */
final class ModelReport {

  /** More elements than a person reads. */
  private static final int MAX_ELEMENTS = 40;

  private static final double HDI = 0.95;

  private final ModelRef ref;
  private final Model model;
  private final Summarizer summarizer =
      Summarizer.of(SummarySpec.defaults().withHdi(HDI).withBins(0));

  ModelReport(ModelRef ref) {
    this.ref = ref;
    this.model = ref.model();
  }

  void print(Printer out) {
    Posterior posterior = model.posterior();
    out.println("model      " + model.name() + " " + model.version());
    out.println("folder     " + ref.location());
    out.println("digest     " + model.digest().hex());
    out.println("target     " + model.target());
    out.println("draws      " + posterior.chains() + " chains of " + posterior.drawsPerChain());
    out.println("verifies   " + verification());
    out.println();
    printFeatures(out);
    out.println();
    printParameters(out);
  }

  private String verification() {
    return ref.verifiedFigures() == 0
        ? "unknown: the folder has no verify file"
        : "yes, all " + ref.verifiedFigures() + " figures of the training tool";
  }

  private void printFeatures(Printer out) {
    TextTable table = new TextTable(List.of("feature", "type", "min", "max", "levels", "default"));
    for (Feature feature : model.features()) {
      table.add(
          List.of(
              feature.name(),
              feature.type().yaml(),
              bound(feature.min()),
              bound(feature.max()),
              levels(feature.levels()),
              feature.defaultValue() == null ? "" : feature.defaultValue().toString()));
    }
    table.lines().forEach(out::println);
  }

  private static String bound(double value) {
    return Double.isInfinite(value) ? "" : Double.toString(value);
  }

  private static String levels(List<String> levels) {
    if (levels.size() <= 8) {
      return String.join(", ", levels);
    }
    return String.join(", ", levels.subList(0, 6)) + ", … (" + levels.size() + ")";
  }

  private void printParameters(Printer out) {
    TextTable table =
        new TextTable(
            List.of("parameter", "mean", "sd", "hdi 95 % from", "to", "r_hat", "ess_bulk"));
    int hidden = 0;
    for (Variable parameter : model.posterior().parameters()) {
      for (int element = 0; element < parameter.size(); element++) {
        if (element < MAX_ELEMENTS) {
          table.add(row(parameter, element));
        } else {
          hidden++;
        }
      }
    }
    table.lines().forEach(out::println);
    if (hidden > 0) {
      out.println("and " + hidden + " more elements of large parameters");
    }
  }

  private List<String> row(Variable parameter, int element) {
    int draws = parameter.draws();
    double[] values =
        Arrays.copyOfRange(parameter.values(), element * draws, (element + 1) * draws);
    Posterior posterior = model.posterior();
    double rHat = Diagnostics.rHat(values, 0, posterior.chains(), posterior.drawsPerChain());
    double ess = Diagnostics.essBulk(values, 0, posterior.chains(), posterior.drawsPerChain());
    Summary summary = summarize(values);
    return List.of(
        name(parameter, element),
        figure(summary.mean()),
        figure(summary.sd()),
        figure(summary.hdiLower(0)),
        figure(summary.hdiUpper(0)),
        Double.isNaN(rHat) ? "" : String.format(Locale.ROOT, "%.3f", rHat),
        Double.isNaN(ess) ? "" : String.format(Locale.ROOT, "%.0f", ess));
  }

  private Summary summarize(double[] values) {
    try {
      return summarizer.summarize(values, values.length);
    } catch (UnscorableException e) {
      throw new IllegalStateException("A posterior that was loaded has finite draws", e);
    }
  }

  /**
   * The name with the position on each axis, such as {@code beta[1]}, as an expression would have
   * it; or, such as {@code beta[month=1]}, with the label where that is something else.
   */
  private String name(Variable parameter, int element) {
    int[] shape = parameter.shape();
    List<String> indices = new ArrayList<>();
    int rest = element;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      indices.add(0, index(parameter.dims().get(axis), rest % shape[axis]));
      rest /= shape[axis];
    }
    return indices.isEmpty() ? parameter.name() : parameter.name() + indices;
  }

  private String index(String dimension, int position) {
    String number = Integer.toString(position);
    List<String> labels = model.posterior().labels(dimension);
    return labels.isEmpty() || isCounted(labels) ? number : dimension + "=" + labels.get(position);
  }

  private static boolean isCounted(List<String> labels) {
    return IntStream.range(0, labels.size())
        .allMatch(i -> labels.get(i).equals(Integer.toString(i)));
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
