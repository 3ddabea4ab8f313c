package io.credence.cli.command;

import io.credence.aggregate.AggregateSpec;
import io.credence.aggregate.Statistic;
import io.credence.cli.text.TextTable;
import io.credence.jobs.aggregation.AggregationJob;
import io.credence.jobs.sink.folder.Manifest;
import io.credence.parquet.TableColumn;
import io.credence.parquet.TopRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The first totals, so that a person sees an answer and not only where it lies. */
final class TotalRows {

  private static final int ROWS = 5;

  private TotalRows() {}

  static TextTable of(Manifest account, AggregationJob job) throws IOException {
    AggregateSpec spec = job.aggregating().spec();
    List<String> columns = new ArrayList<>(job.by().stream().map(TableColumn::name).toList());
    columns.add("n_records");
    for (Statistic statistic : spec.statistics()) {
      for (String suffix : List.of("_pred", "_pred_lower", "_pred_upper")) {
        columns.add(statistic.name() + suffix);
      }
    }
    TextTable table = new TextTable(columns);
    Manifest.FileEntry file = account.outputs().get(0);
    String totals = job.folder().folders().scored(file.file()).toString();
    TopRows.of(totals, Math.min(ROWS, file.records()), columns)
        .forEach(
            row ->
                table.add(
                    row.stream().map(each -> each == null ? "" : ScoredRows.cell(each)).toList()));
    return table;
  }
}
