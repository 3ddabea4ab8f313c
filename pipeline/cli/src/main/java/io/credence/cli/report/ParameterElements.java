package io.credence.cli.report;

import io.credence.cli.report.ModelReport.ParameterEntry;
import io.credence.deadletter.UnscorableException;
import io.credence.diagnostics.Diagnostics;
import io.credence.model.Model;
import io.credence.posterior.ParameterDraws;
import io.credence.posterior.Posterior;
import io.credence.summary.Summarizer;
import io.credence.summary.Summary;
import io.credence.summary.SummarySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The elements of a posterior's parameters, summarised.
 *
 * @param leftOut how many there are beside these
 */
record ParameterElements(List<ParameterEntry> entries, int leftOut) {

  /** The first ones of each parameter: more than a person reads, and a moment's work. */
  private static final int MAX_ELEMENTS = 40;

  private static final double HDI = 0.95;

  /** Those of parameters that the model uses come first. */
  static ParameterElements of(Model model) {
    Posterior posterior = model.posterior();
    Set<String> used = model.usedParameters();
    Summarizer summarizer = Summarizer.of(SummarySpec.defaults().withHdi(HDI).withBins(0));
    List<ParameterEntry> entries = new ArrayList<>();
    int leftOut = 0;
    List<ParameterDraws> parameters = new ArrayList<>(posterior.parameters());
    parameters.sort(Comparator.comparing(parameter -> !used.contains(parameter.name())));
    for (ParameterDraws parameter : parameters) {
      int shown = Math.min(parameter.size(), MAX_ELEMENTS);
      for (int element = 0; element < shown; element++) {
        boolean isUsed = used.contains(parameter.name());
        entries.add(entry(posterior, parameter, element, isUsed, summarizer));
      }
      leftOut += parameter.size() - shown;
    }
    return new ParameterElements(List.copyOf(entries), leftOut);
  }

  private static ParameterEntry entry(
      Posterior posterior,
      ParameterDraws parameter,
      int element,
      boolean isUsed,
      Summarizer summarizer) {
    int draws = parameter.draws();
    double[] values =
        Arrays.copyOfRange(parameter.values(), element * draws, (element + 1) * draws);
    if (!Arrays.stream(values).allMatch(Double::isFinite)) {
      // Only what no expression uses may be so; it has no figures.
      return new ParameterEntry(
          name(posterior, parameter, element),
          isUsed,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN);
    }
    double rHat = Diagnostics.rHat(values, 0, posterior.chains(), posterior.drawsPerChain());
    double ess = Diagnostics.essBulk(values, 0, posterior.chains(), posterior.drawsPerChain());
    Summary summary = summarize(values, summarizer);
    return new ParameterEntry(
        name(posterior, parameter, element),
        isUsed,
        summary.mean(),
        summary.sd(),
        summary.hdiLower(0),
        summary.hdiUpper(0),
        rHat,
        ess);
  }

  private static Summary summarize(double[] values, Summarizer summarizer) {
    try {
      return summarizer.summarize(values, values.length);
    } catch (UnscorableException e) {
      throw new IllegalStateException("Finite draws have figures", e);
    }
  }

  /**
   * The name with the position on each axis, such as {@code beta[1]}, as an expression would have
   * it; or, such as {@code beta[month=1]}, with the label where that is something else.
   */
  private static String name(Posterior posterior, ParameterDraws parameter, int element) {
    int[] shape = parameter.shape();
    List<String> indices = new ArrayList<>();
    int rest = element;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      indices.add(0, index(posterior, parameter.dims().get(axis), rest % shape[axis]));
      rest /= shape[axis];
    }
    return indices.isEmpty() ? parameter.name() : parameter.name() + indices;
  }

  private static String index(Posterior posterior, String dimension, int position) {
    String number = Integer.toString(position);
    List<String> labels = posterior.labels(dimension);
    return labels.isEmpty() || isCounted(labels) ? number : dimension + "=" + labels.get(position);
  }

  private static boolean isCounted(List<String> labels) {
    return IntStream.range(0, labels.size())
        .allMatch(i -> labels.get(i).equals(Integer.toString(i)));
  }
}
