package io.credence.score;

import io.credence.model.Model;
import io.credence.model.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The columns that a score becomes, in the order of the output contract: those of each output, with
 * its name as the prefix of theirs, and then those of the record.
 */
public final class ScoreColumns {

  private final List<ScoredColumn> columns = new ArrayList<>();
  private final List<ToDoubleFunction<Scored>> numbers = new ArrayList<>();
  private final List<Function<Scored, Object>> objects = new ArrayList<>();

  private ScoreColumns() {}

  /** The columns for a model and a specification. */
  public static ScoreColumns of(Model model, ScoreSpec spec) {
    return of(model.outputs(), ScoredBy.of(model), spec);
  }

  /** The columns for some outputs, of which a model made scores that need not be at hand. */
  public static ScoreColumns of(List<Output> outputs, ScoredBy model, ScoreSpec spec) {
    return of(outputs, model, model, spec);
  }

  /**
   * The columns for some outputs, of which two models made scores. Both have the same columns.
   *
   * @param challenger whose scores are those that {@linkplain Scored#byChallenger say so}
   */
  public static ScoreColumns of(
      List<Output> outputs, ScoredBy champion, ScoredBy challenger, ScoreSpec spec) {
    ScoreColumns columns = figures(outputs, spec);
    columns.addLineage(champion, challenger);
    return columns;
  }

  /** The columns of outputs alone. */
  public static ScoreColumns figures(List<Output> outputs, ScoreSpec spec) {
    ScoreColumns columns = new ScoreColumns();
    for (int i = 0; i < outputs.size(); i++) {
      new OutputColumns(columns, outputs.get(i), i).add(spec);
    }
    return columns;
  }

  /** No columns, for those who read records and add nothing to them. */
  public static ScoreColumns none() {
    return new ScoreColumns();
  }

  /** Names and types, in order. */
  public List<ScoredColumn> columns() {
    return List.copyOf(columns);
  }

  /** The values of a score. */
  public ScoredRow row(Scored score) {
    return new Row(score);
  }

  private void addLineage(ScoredBy champion, ScoredBy challenger) {
    String digest = champion.digest().hex();
    String other = challenger.digest().hex();
    add(
        "model_name",
        ScoredColumn.Type.STRING,
        score -> (score.byChallenger() ? challenger : champion).name());
    add(
        "model_version",
        ScoredColumn.Type.STRING,
        score -> (score.byChallenger() ? challenger : champion).version());
    add("model_digest", ScoredColumn.Type.STRING, score -> score.byChallenger() ? other : digest);
    add("n_samples", ScoredColumn.Type.LONG, Scored::numSamples);
    if (champion.acceptsUnseenLevels()) {
      add("unseen_levels", ScoredColumn.Type.STRING_LIST, Scored::unseenLevels);
    }
  }

  void addDouble(String name, ToDoubleFunction<Scored> value) {
    columns.add(new ScoredColumn(name, ScoredColumn.Type.DOUBLE));
    numbers.add(value);
    objects.add(value::applyAsDouble);
  }

  void add(String name, ScoredColumn.Type type, Function<Scored, Object> value) {
    columns.add(new ScoredColumn(name, type));
    numbers.add(
        score -> {
          throw new IllegalStateException("Only a DOUBLE has a number of its own");
        });
    objects.add(value);
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
