package io.credence.cli.command;

import io.credence.beam.ModelRef;
import io.credence.beam.Scoring;
import io.credence.cli.options.ScoreOptions;
import io.credence.jobs.runner.Runner;
import io.credence.jobs.sink.folder.FolderSink;
import io.credence.jobs.sink.folder.KeptFields;
import io.credence.jobs.sink.folder.OutputFolders;
import io.credence.jobs.sink.folder.PublishTerms;
import io.credence.jobs.source.files.FilesSource;
import io.credence.parquet.ParquetInput;
import io.credence.score.ScoreSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checks everything about a scoring request that can be checked before a job starts. */
final class ScorePreflight {

  private final ScoreOptions options;
  private final Runner runner;
  private final List<String> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private String earlier = "";

  private ScorePreflight(ScoreOptions options, Runner runner) {
    this.options = options;
    this.runner = runner;
  }

  static Checked<FilesSource, FolderSink> check(ScoreOptions options, Runner runner) {
    return new ScorePreflight(options, runner).check();
  }

  private Checked<FilesSource, FolderSink> check() {
    RunnerCheck.run(runner, options, problems, notes);
    ScoreSpec spec = ScoreSpecs.of(options, problems);
    double share = deadLetterShare(options, problems);
    String modelFolder = Required.option("--model", options.getModel(), problems);
    String input = Required.option("--input", options.getInput(), problems);
    String output = Required.option("--output", options.getOutput(), problems);
    ModelRef model =
        modelFolder == null ? null : new ModelCheck(runner, problems, notes).load(modelFolder);
    List<ParquetInput> inputs =
        input == null
            ? List.of()
            : new InputCheck(problems, notes)
                .find(
                    input,
                    shared(),
                    options.getMaxPageBytes(),
                    model == null ? null : model.model());
    if (model != null && !inputs.isEmpty()) {
      new InputCheck(problems, notes).checkFields(model.model(), spec, inputs.get(0));
    }
    inputs.stream()
        .flatMap(file -> file.leftOut().stream())
        .distinct()
        .forEach(line -> notes.add("The output does without " + line));
    KeptFields kept =
        DeadLetterColumns.of(options, inputs.isEmpty() ? null : inputs.get(0), problems);
    OutputFolders folders = output == null ? null : folders(output, inputs);
    if (!problems.isEmpty() || model == null || folders == null) {
      return Checked.of(problems, notes, null);
    }
    FolderSink sink =
        new FolderSink(
            folders,
            new PublishTerms(options.getOverwrite(), earlier, options.getFsync()),
            share,
            kept,
            manifestOptions(),
            FilesSource.withoutRows(inputs));
    FilesSource source = FilesSource.of(inputs, FolderSink.ROWS_PER_SPLIT);
    return Checked.of(problems, notes, new ReadyJob<>(source, Scoring.of(model, spec), sink));
  }

  /** The share of dead letters that is allowed. */
  static double deadLetterShare(ScoreOptions options, List<String> problems) {
    double share = options.getMaxDeadLetterShare();
    if (!(share >= 0 && share <= 1)) {
      problems.add("--maxDeadLetterShare: must be from 0 to 1, but is " + share);
    }
    return share;
  }

  private SharedDisk shared() {
    return new SharedDisk(runner, problems);
  }

  private @Nullable OutputFolders folders(String output, List<ParquetInput> inputs) {
    String folder = Locations.absolute(output);
    String letters = options.getDeadLetters();
    boolean shared = shared().has("--output", output);
    shared &= letters == null || shared().has("--deadLetters", letters);
    if (!shared) {
      return null;
    }
    String lettersFolder =
        letters == null ? OutputFolders.deadLettersBeneath(folder) : Locations.absolute(letters);
    OutputFolders folders = new OutputFolders(folder, lettersFolder, UUID.randomUUID().toString());
    earlier = new OutputCheck(folders, problems).check(inputs, options.getOverwrite());
    return folders;
  }

  /** What bears on results, or on where they come from; nothing that could hold a secret. */
  private Map<String, Object> manifestOptions() {
    Map<String, Object> recorded = new LinkedHashMap<>();
    recorded.put("input", options.getInput());
    recorded.put("numSamples", options.getNumSamples());
    recorded.put("hdiProbability", options.getHdiProbability());
    recorded.put("etiProbability", options.getEtiProbability());
    recorded.put("exceed", options.getExceed());
    recorded.put("bins", options.getBins());
    recorded.put("emitSamples", options.getEmitSamples());
    recorded.put("seed", options.getSeed());
    recorded.put("keyField", options.getKeyField());
    recorded.put("maxDeadLetterShare", options.getMaxDeadLetterShare());
    if (options.getDeadLetterColumns() != null) {
      recorded.put("deadLetterColumns", options.getDeadLetterColumns());
    }
    return recorded;
  }
}
