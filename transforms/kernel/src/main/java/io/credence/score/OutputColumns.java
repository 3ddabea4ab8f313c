package io.credence.score;

import io.credence.model.Output;
import io.credence.summary.Summary;
import io.credence.summary.SummarySpec;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The columns of one output. */
final class OutputColumns {

  private final ScoreColumns columns;
  private final Output output;
  private final int position;
  private final String prefix;

  OutputColumns(ScoreColumns columns, Output output, int position) {
    this.columns = columns;
    this.output = output;
    this.position = position;
    this.prefix = output.name() + "_pred";
  }

  void add(ScoreSpec spec) {
    if (output.hasClasses()) {
      addClasses();
    } else {
      addFigures(spec.summary(output.name()));
    }
    if (spec.emitSamples()) {
      int at = position;
      addDoubles("_samples", score -> score.samples(at));
    }
  }

  private void addClasses() {
    int at = position;
    columns.add(
        prefix + "_mode",
        ScoredColumn.Type.STRING,
        score -> output.classes().get(score.classes(at).mode()));
    for (int k = 0; k < output.classes().size(); k++) {
      int number = k;
      columns.addDouble(
          prefix + "_prob_" + Output.legible(output.classes().get(k)),
          score -> score.classes(at).probabilities()[number]);
    }
  }

  private void addFigures(SummarySpec spec) {
    addFigure("", Summary::median);
    addFigure("_mean", Summary::mean);
    addFigure("_sd", Summary::sd);
    addIntervals(spec);
    double[] quantiles = spec.quantiles();
    for (int i = 0; i < quantiles.length; i++) {
      int at = i;
      addFigure("_q_" + FigureNames.percent(quantiles[i]), summary -> summary.quantile(at));
    }
    double[] thresholds = spec.thresholds();
    for (int i = 0; i < thresholds.length; i++) {
      int at = i;
      String name = "_p_gt_" + FigureNames.number(thresholds[i]);
      addFigure(name, summary -> summary.exceedance(at));
    }
    if (spec.bins() > 0) {
      int at = position;
      addDoubles("_bin_edges", score -> score.summary(at).binEdges());
      addDoubles("_density", score -> score.summary(at).density());
    }
  }

  private void addIntervals(SummarySpec spec) {
    double[] hdi = spec.hdiProbabilities();
    for (int i = 0; i < hdi.length; i++) {
      int at = i;
      String name = i == 0 ? "" : "_hdi_" + FigureNames.percent(hdi[i]);
      addFigure(name + "_lower", summary -> summary.hdiLower(at));
      addFigure(name + "_upper", summary -> summary.hdiUpper(at));
    }
    double[] eti = spec.etiProbabilities();
    for (int i = 0; i < eti.length; i++) {
      int at = i;
      String name = "_eti_" + FigureNames.percent(eti[i]);
      addFigure(name + "_lower", summary -> summary.etiLower(at));
      addFigure(name + "_upper", summary -> summary.etiUpper(at));
    }
  }

  private void addFigure(String suffix, ToDoubleFunction<Summary> figure) {
    int at = position;
    columns.addDouble(prefix + suffix, score -> figure.applyAsDouble(score.summary(at)));
  }

  private void addDoubles(String suffix, Function<Scored, Object> value) {
    columns.add(prefix + suffix, ScoredColumn.Type.DOUBLE_LIST, value);
  }
}
