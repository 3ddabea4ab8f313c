package io.credence.cli.command;

import io.credence.beam.Scoring;
import io.credence.cli.text.TextTable;
import io.credence.jobs.sink.folder.Manifest;
import io.credence.jobs.sink.folder.RunFolders;
import io.credence.model.Feature;
import io.credence.model.Model;
import io.credence.model.Output;
import io.credence.parquet.TopRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A few rows of the output, so that a person sees an answer and not only where it lies. */
final class ScoredRows {

  private static final int ROWS = 5;

  private ScoredRows() {}

  static TextTable of(Manifest manifest, Scoring scoring, RunFolders folders) throws IOException {
    List<String> columns = columns(scoring.model().model(), scoring.spec().predict().keyField());
    TextTable table = new TextTable(columns);
    Manifest.FileEntry file =
        manifest.outputs().stream().filter(entry -> entry.records() > 0).findFirst().orElseThrow();
    String scored = folders.scored(file.file()).toString();
    TopRows.of(scored, Math.min(ROWS, file.records()), columns)
        .forEach(row -> table.add(row.stream().map(ScoredRows::cell).toList()));
    return table;
  }

  private static List<String> columns(Model model, @Nullable String keyField) {
    List<String> columns = new ArrayList<>();
    if (keyField != null) {
      columns.add(keyField);
    }
    model.features().stream()
        .map(Feature::column)
        .filter(name -> !columns.contains(name))
        .forEach(columns::add);
    for (Output output : model.outputs()) {
      for (String suffix :
          output.hasClasses() ? List.of("_mode") : List.of("", "_lower", "_upper")) {
        columns.add(output.name() + "_pred" + suffix);
      }
    }
    return columns;
  }

  static String cell(@Nullable Object value) {
    return value instanceof Double number
        ? String.format(Locale.ROOT, "%.2f", number)
        : String.valueOf(value);
  }
}
