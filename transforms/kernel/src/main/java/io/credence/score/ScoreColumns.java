package io.credence.score;

import io.credence.model.Model;
import io.credence.summary.SummarySpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The columns that a score becomes, in the order of the output contract, with the model's target as
 * the prefix of their names.
 */
public final class ScoreColumns {

  private final String prefix;
  private final List<ScoredColumn> columns = new ArrayList<>();
  private final List<ToDoubleFunction<Scored>> numbers = new ArrayList<>();
  private final List<Function<Scored, Object>> objects = new ArrayList<>();

  private ScoreColumns(String target) {
    this.prefix = target + "_pred";
  }

  /** The columns for a model and a specification. */
  public static ScoreColumns of(Model model, ScoreSpec spec) {
    ScoreColumns columns = new ScoreColumns(model.target());
    columns.addMoments();
    columns.addIntervals(spec.summary());
    columns.addExceedance(spec.summary());
    columns.addHistogram(spec.summary());
    if (spec.emitSamples()) {
      columns.addDoubles("_samples", Scored::samples);
    }
    columns.addLineage(model);
    return columns;
  }

  /** Names and types, in order. */
  public List<ScoredColumn> columns() {
    return List.copyOf(columns);
  }

  /** The values of a score. */
  public ScoredRow row(Scored score) {
    return new Row(score);
  }

  private void addMoments() {
    addDouble("", score -> score.summary().median());
    addDouble("_mean", score -> score.summary().mean());
    addDouble("_sd", score -> score.summary().sd());
  }

  private void addIntervals(SummarySpec spec) {
    double[] hdi = spec.hdiProbabilities();
    for (int i = 0; i < hdi.length; i++) {
      int at = i;
      String name = i == 0 ? "" : "_hdi_" + percent(hdi[i]);
      addDouble(name + "_lower", score -> score.summary().hdiLower(at));
      addDouble(name + "_upper", score -> score.summary().hdiUpper(at));
    }
    double[] eti = spec.etiProbabilities();
    for (int i = 0; i < eti.length; i++) {
      int at = i;
      String name = "_eti_" + percent(eti[i]);
      addDouble(name + "_lower", score -> score.summary().etiLower(at));
      addDouble(name + "_upper", score -> score.summary().etiUpper(at));
    }
  }

  private void addExceedance(SummarySpec spec) {
    double[] thresholds = spec.thresholds();
    for (int i = 0; i < thresholds.length; i++) {
      int at = i;
      String name = "_p_gt_" + legible(BigDecimal.valueOf(thresholds[i]));
      addDouble(name, score -> score.summary().exceedance(at));
    }
  }

  private void addHistogram(SummarySpec spec) {
    if (spec.bins() > 0) {
      addDoubles("_bin_edges", score -> score.summary().binEdges());
      addDoubles("_density", score -> score.summary().density());
    }
  }

  private void addLineage(Model model) {
    String digest = model.digest().hex();
    add("model_name", ScoredColumn.Type.STRING, score -> model.name());
    add("model_version", ScoredColumn.Type.STRING, score -> model.version());
    add("model_digest", ScoredColumn.Type.STRING, score -> digest);
    add("n_samples", ScoredColumn.Type.LONG, score -> score.summary().n());
    if (model.acceptsUnseenLevels()) {
      add("unseen_levels", ScoredColumn.Type.STRING_LIST, Scored::unseenLevels);
    }
  }

  private void addDouble(String suffix, ToDoubleFunction<Scored> value) {
    columns.add(new ScoredColumn(prefix + suffix, ScoredColumn.Type.DOUBLE));
    numbers.add(value);
    objects.add(value::applyAsDouble);
  }

  private void addDoubles(String suffix, Function<Scored, Object> value) {
    add(prefix + suffix, ScoredColumn.Type.DOUBLE_LIST, value);
  }

  private void add(String name, ScoredColumn.Type type, Function<Scored, Object> value) {
    columns.add(new ScoredColumn(name, type));
    numbers.add(
        score -> {
          throw new IllegalStateException("Only a DOUBLE has a number of its own");
        });
    objects.add(value);
  }

  private static String percent(double probability) {
    return legible(BigDecimal.valueOf(probability).movePointRight(2));
  }

  /** A number as part of a name: a minus becomes m, and a point becomes an underscore. */
  private static String legible(BigDecimal number) {
    BigDecimal shortest = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    return shortest.toPlainString().replace('-', 'm').replace('.', '_');
  }

  private void require(int column, ScoredColumn.Type type) {
    ScoredColumn asked = columns.get(column);
    if (asked.type() != type) {
      throw new IllegalArgumentException(
          "Column %s is read as %s, but is %s".formatted(asked.name(), type, asked.type()));
    }
  }

  private final class Row implements ScoredRow {

    private final Scored score;

    Row(Scored score) {
      this.score = score;
    }

    @Override
    public double doubleAt(int column) {
      require(column, ScoredColumn.Type.DOUBLE);
      return numbers.get(column).applyAsDouble(score);
    }

    @Override
    public double[] doublesAt(int column) {
      return (double[]) object(column, ScoredColumn.Type.DOUBLE_LIST);
    }

    @Override
    public long longAt(int column) {
      return (Long) object(column, ScoredColumn.Type.LONG);
    }

    @Override
    public String stringAt(int column) {
      return (String) object(column, ScoredColumn.Type.STRING);
    }

    @Override
    @SuppressWarnings("unchecked") // Only lists of texts are added with this type.
    public List<String> stringsAt(int column) {
      return (List<String>) object(column, ScoredColumn.Type.STRING_LIST);
    }

    private Object object(int column, ScoredColumn.Type type) {
      require(column, type);
      return objects.get(column).apply(score);
    }
  }
}
