package io.credence.jobs.aggregation;

import io.credence.aggregate.AggregateSpec;
import io.credence.aggregate.GroupTotal;
import io.credence.model.Model;
import io.credence.parquet.TableColumn;
import io.credence.parquet.TableColumn.Kind;
import io.credence.score.ScoreColumns;
import io.credence.score.Scored;
import io.credence.score.ScoredColumn;
import io.credence.score.ScoredRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of totals, and what a group becomes in them. */
public final class TotalsTable {

  private final AggregateSpec spec;
  private final Model model;
  private final List<TableColumn> by;
  private final ScoreColumns figures;
  private final List<TableColumn> columns = new ArrayList<>();

  /**
   * @param by those of all groupings, in the order of {@link AggregateSpec#columns}
   * @throws IllegalArgumentException when the model lacks an output that is summed
   */
  public TotalsTable(Model model, AggregateSpec spec, List<TableColumn> by) {
    this.spec = spec;
    this.model = model;
    this.by = List.copyOf(by);
    this.figures = ScoreColumns.figures(spec.outputs(model), spec.score());
    columns.addAll(by);
    columns.add(new TableColumn("grouping", Kind.TEXT));
    columns.add(new TableColumn("n_records", Kind.LONG));
    columns.add(new TableColumn("n_dead_letters", Kind.LONG));
    if (spec.weight() != null) {
      columns.add(new TableColumn("total_weight", Kind.DOUBLE));
    }
    for (ScoredColumn figure : figures.columns()) {
      boolean list = figure.type() == ScoredColumn.Type.DOUBLE_LIST;
      columns.add(new TableColumn(figure.name(), list ? Kind.DOUBLES : Kind.DOUBLE));
    }
    columns.add(new TableColumn("problem", Kind.TEXT));
    for (String name : List.of("model_name", "model_version", "model_digest")) {
      columns.add(new TableColumn(name, Kind.TEXT));
    }
    columns.add(new TableColumn("n_samples", Kind.LONG));
  }

  /** The columns, in their order. */
  public List<TableColumn> columns() {
    return Collections.unmodifiableList(columns);
  }

  /** The names of the columns that records are not grouped by. */
  public List<String> added() {
    return columns.subList(by.size(), columns.size()).stream().map(TableColumn::name).toList();
  }

  List<@Nullable Object> row(GroupTotal total) {
    List<@Nullable Object> row = new ArrayList<>();
    List<String> grouping = spec.groupings().get(total.key().grouping());
    for (TableColumn column : by) {
      int at = grouping.indexOf(column.name());
      row.add(at < 0 ? null : total.key().values().get(at));
    }
    row.add(String.join(",", grouping));
    row.add(total.records());
    row.add(total.deadLetters());
    if (spec.weight() != null) {
      row.add(total.weight());
    }
    addFigures(total.scored(), row);
    row.add(total.problem());
    row.add(model.name());
    row.add(model.version());
    row.add(model.digest().hex());
    row.add((long) spec.score().predict().numSamples());
    return row;
  }

  private void addFigures(@Nullable Scored scored, List<@Nullable Object> row) {
    ScoredRow values = scored == null ? null : figures.row(scored);
    List<ScoredColumn> all = figures.columns();
    for (int i = 0; i < all.size(); i++) {
      boolean list = all.get(i).type() == ScoredColumn.Type.DOUBLE_LIST;
      row.add(values == null ? null : list ? values.doublesAt(i) : (Object) values.doubleAt(i));
    }
  }
}
