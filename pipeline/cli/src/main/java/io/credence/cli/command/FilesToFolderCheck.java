package io.credence.cli.command;

import io.credence.beam.ModelRef;
import io.credence.cli.options.ScoreOptions;
import io.credence.jobs.runner.Runner;
import io.credence.jobs.sink.folder.FolderSink;
import io.credence.jobs.sink.folder.KeptFields;
import io.credence.jobs.sink.folder.RunFolders;
import io.credence.jobs.sink.folder.ShadowFolder;
import io.credence.jobs.source.files.FilesSource;
import io.credence.parquet.ParquetInput;
import io.credence.predict.PredictSpec;
import io.credence.score.ScoreSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks everything about a scoring request that can be checked before a job starts. */
final class FilesToFolderCheck {

  private final ScoringCheck check;
  private final ScoreOptions options;

  private FilesToFolderCheck(ScoringCheck check) {
    this.check = check;
    this.options = check.options();
  }

  static Checked<FilesSource, FolderSink> check(ScoreOptions options, Runner runner) {
    return new FilesToFolderCheck(new ScoringCheck(options, runner)).check();
  }

  private Checked<FilesSource, FolderSink> check() {
    ScoreSpec spec = check.spec();
    check.checkDeadLetterShare();
    ModelRef model = check.model();
    List<ParquetInput> inputs = check.files();
    KeptFields kept =
        DeadLetterColumns.of(options, inputs.isEmpty() ? null : inputs.get(0), check.problems());
    String output = Required.option("--output", options.getOutput(), check.problems());
    FolderCheck place = new FolderCheck(options, check.shared(), check.problems());
    RunFolders folders = output == null ? null : place.folders(output, inputs);
    ShadowFolderCheck shadows = new ShadowFolderCheck(check);
    ShadowFolder shadow = shadows.of(folders, inputs);
    if (!check.problems().isEmpty() || model == null || folders == null) {
      return check.refused();
    }
    FolderSink sink =
        new FolderSink(
            folders,
            place.terms(),
            options.getMaxDeadLetterShare(),
            kept,
            manifestOptions(spec.predict()),
            FilesSource.withoutRows(inputs),
            shadow);
    shadows.columns(check.scoring(model), inputs.get(0));
    return check.ready(model, FilesSource.of(inputs, FolderSink.ROWS_PER_SPLIT), sink);
  }

  /** What bears on results, or on where they come from; nothing that could hold a secret. */
  private Map<String, Object> manifestOptions(PredictSpec predict) {
    Map<String, Object> recorded = new LinkedHashMap<>();
    recorded.put("input", options.getInput());
    recorded.put("numSamples", predict.numSamples());
    recorded.putAll(SummaryOption.recorded(options));
    recorded.put("seed", predict.seed());
    recorded.put("keyField", predict.keyField());
    recorded.put("maxDeadLetterShare", options.getMaxDeadLetterShare());
    if (options.getDeadLetterColumns() != null) {
      recorded.put("deadLetterColumns", options.getDeadLetterColumns());
    }
    return recorded;
  }
}
