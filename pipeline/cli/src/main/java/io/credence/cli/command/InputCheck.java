package io.credence.cli.command;

import io.credence.model.Model;
import io.credence.parquet.FieldCheck;
import io.credence.parquet.ParquetInput;
import io.credence.parquet.ParquetInputs;
import io.credence.problem.Problems;
import io.credence.score.ScoreColumns;
import io.credence.score.ScoreSpec;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the input files, and checks that a model can score them. */
final class InputCheck {

  private final Problems problems;
  private final List<String> notes;

  InputCheck(Problems problems, List<String> notes) {
    this.problems = problems;
    this.notes = notes;
  }

  /**
   * Reads the footers of the files that an option names; none when that can't be done.
   *
   * @param option such as {@code --input}
   * @param model for which they are read, if it could be
   */
  List<ParquetInput> find(
      String option, String pattern, SharedDisk shared, long maxPageBytes, @Nullable Model model) {
    if (!shared.has(option, pattern) || !isPageSize(maxPageBytes)) {
      return List.of();
    }
    try {
      return ParquetInputs.open(
          new InputFiles(option, problems, notes).find(pattern),
          maxPageBytes,
          model == null ? List.of() : model.features(),
          Failures::line,
          problems,
          notes);
    } catch (IOException | IllegalArgumentException e) {
      problems.add(option + "=" + pattern + ": can't be read: " + Failures.line(e));
      return List.of();
    }
  }

  private boolean isPageSize(long bytes) {
    if (bytes < 1 << 20 || bytes > Integer.MAX_VALUE) {
      problems.add(
          "--maxPageBytes: must be from %s to %s, but is %s"
              .formatted(1 << 20, Integer.MAX_VALUE, bytes));
      return false;
    }
    return true;
  }

  /**
   * Checks that the files have what the model needs, and room for what it adds.
   *
   * @param input one of the files, which all have the same columns
   */
  void checkFields(Model model, ScoreSpec spec, ParquetInput input) {
    FieldCheck fields = new FieldCheck(input);
    model.features().forEach(feature -> fields.problem(feature).ifPresent(problems::add));
    String key = spec.predict().keyField();
    if (key != null) {
      fields.whyNoKey(key).ifPresent(why -> problems.add("--keyField=" + key + ": " + why));
    }
    List<String> clashes = fields.clashes(ScoreColumns.of(model, spec).columns());
    if (!clashes.isEmpty()) {
      problems.add(
          "The input already has columns that scoring would add: %s; rename them, or the model's target"
              .formatted(String.join(", ", clashes)));
    }
  }
}
