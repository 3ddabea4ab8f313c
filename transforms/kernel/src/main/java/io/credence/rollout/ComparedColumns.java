package io.credence.rollout;

import io.credence.model.Model;
import io.credence.model.Output;
import io.credence.score.FigureNames;
import io.credence.score.ScoreColumns;
import io.credence.score.ScoreSpec;
import io.credence.score.ScoredBy;
import io.credence.score.ScoredColumn;
import io.credence.score.ScoredRow;
import io.credence.summary.SummarySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * The columns that a comparison becomes: those of the champion's score with the prefix {@code
 * champion_}, those of the challenger's with {@code challenger_}, and for each output {@code y} how
 * they differ.
 *
 * <ul>
 *   <li>Of numbers: {@code y_pred_diff}, the challenger's median less the champion's; {@code
 *       y_pred_w1}, the Wasserstein distance; {@code y_pred_p_gt_15_diff}, likewise of each
 *       exceedance.
 *   <li>Of classes: {@code y_pred_tv}, the total variation distance; {@code
 *       y_pred_prob_LABEL_diff}, likewise of each probability.
 * </ul>
 *
 * Histograms and samples are left out.
 */
public final class ComparedColumns {

  private final ScoreColumns champion;
  private final ScoreColumns challenger;
  private final List<ScoredColumn> columns = new ArrayList<>();
  private final List<ToDoubleFunction<Compared>> differences = new ArrayList<>();
  private final int firstOther;
  private final int firstDifference;

  private ComparedColumns(Model model, ScoredBy other, ScoreSpec spec) {
    ScoreSpec figures = withoutHistograms(spec);
    this.champion = ScoreColumns.of(model, figures);
    this.challenger = ScoreColumns.of(model.outputs(), other, figures);
    add("champion_", champion.columns());
    this.firstOther = columns.size();
    add("challenger_", challenger.columns());
    this.firstDifference = columns.size();
    for (int i = 0; i < model.outputs().size(); i++) {
      Output output = model.outputs().get(i);
      if (output.hasClasses()) {
        addClasses(output, i);
      } else {
        addFigures(output, i, figures.summary(output.name()));
      }
    }
  }

  /**
   * The columns of two models with the same outputs.
   *
   * @param spec to which figures both were scored
   */
  public static ComparedColumns of(Model champion, ScoredBy challenger, ScoreSpec spec) {
    return new ComparedColumns(champion, challenger, spec);
  }

  private static ScoreSpec withoutHistograms(ScoreSpec spec) {
    Map<String, SummarySpec> byOutput = new TreeMap<>();
    spec.byOutput().forEach((name, summary) -> byOutput.put(name, summary.withBins(0)));
    return new ScoreSpec(spec.predict(), spec.summary().withBins(0), byOutput, false);
  }

  private void add(String prefix, List<ScoredColumn> some) {
    some.forEach(column -> columns.add(new ScoredColumn(prefix + column.name(), column.type())));
  }

  private void addFigures(Output output, int at, SummarySpec summary) {
    String prefix = output.name() + "_pred";
    difference(
        prefix + "_diff",
        both -> both.challenger().summary(at).median() - both.champion().summary(at).median());
    difference(prefix + "_w1", both -> both.distances()[at]);
    double[] thresholds = summary.thresholds();
    for (int i = 0; i < thresholds.length; i++) {
      int threshold = i;
      difference(
          prefix + "_p_gt_" + FigureNames.number(thresholds[i]) + "_diff",
          both ->
              both.challenger().summary(at).exceedance(threshold)
                  - both.champion().summary(at).exceedance(threshold));
    }
  }

  private void addClasses(Output output, int at) {
    String prefix = output.name() + "_pred";
    difference(prefix + "_tv", both -> both.distances()[at]);
    for (int i = 0; i < output.classes().size(); i++) {
      int number = i;
      difference(
          prefix + "_prob_" + Output.legible(output.classes().get(i)) + "_diff",
          both ->
              both.challenger().classes(at).probabilities()[number]
                  - both.champion().classes(at).probabilities()[number]);
    }
  }

  private void difference(String name, ToDoubleFunction<Compared> value) {
    columns.add(new ScoredColumn(name, ScoredColumn.Type.DOUBLE));
    differences.add(value);
  }

  /** Names and types, in order. */
  public List<ScoredColumn> columns() {
    return List.copyOf(columns);
  }

  /** The values of a comparison. */
  public ScoredRow row(Compared compared) {
    return new Row(
        compared, champion.row(compared.champion()), challenger.row(compared.challenger()));
  }

  private final class Row implements ScoredRow {

    private final Compared compared;
    private final ScoredRow ours;
    private final ScoredRow others;

    Row(Compared compared, ScoredRow ours, ScoredRow others) {
      this.compared = compared;
      this.ours = ours;
      this.others = others;
    }

    @Override
    public double doubleAt(int column) {
      return column < firstDifference
          ? side(column).doubleAt(at(column))
          : differences.get(column - firstDifference).applyAsDouble(compared);
    }

    @Override
    public double[] doublesAt(int column) {
      return side(column).doublesAt(at(column));
    }

    @Override
    public long longAt(int column) {
      return side(column).longAt(at(column));
    }

    @Override
    public String stringAt(int column) {
      return side(column).stringAt(at(column));
    }

    @Override
    public List<String> stringsAt(int column) {
      return side(column).stringsAt(at(column));
    }

    private ScoredRow side(int column) {
      return column < firstOther ? ours : others;
    }

    private int at(int column) {
      return column < firstOther ? column : column - firstOther;
    }
  }
}
