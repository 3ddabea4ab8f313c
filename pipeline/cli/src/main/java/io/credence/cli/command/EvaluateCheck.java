package io.credence.cli.command;

import io.credence.beam.Evaluating;
import io.credence.beam.ModelRef;
import io.credence.cli.options.EvaluateOptions;
import io.credence.evaluation.Evaluation;
import io.credence.evaluation.EvaluationSpec;
import io.credence.jobs.evaluation.EvaluationFiles;
import io.credence.jobs.evaluation.EvaluationJob;
import io.credence.jobs.labels.LabelFiles;
import io.credence.jobs.runner.Runner;
import io.credence.jobs.runner.Work;
import io.credence.jobs.sink.folder.FolderSink;
import io.credence.jobs.source.files.FilesSource;
import io.credence.model.Model;
import io.credence.parquet.FieldCheck;
import io.credence.parquet.ParquetInput;
import io.credence.problem.Problems;
import io.credence.score.ScoreSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks everything about an evaluation that can be checked before a job starts. */
final class EvaluateCheck {

  private final EvaluateOptions options;
  private final Runner runner;
  private final Problems problems;
  private final List<String> notes;
  private final Evaluation before = Evaluation.empty();

  EvaluateCheck(EvaluateOptions options, Runner runner, Problems problems, List<String> notes) {
    this.options = options;
    this.runner = runner;
    this.problems = problems;
    this.notes = notes;
  }

  /** The job; null when something is wrong, which is reported. */
  @Nullable EvaluationJob job() {
    runner.check(options, Work.BATCH, problems, notes);
    StreamsAlone.check(options, problems);
    ModelRef model = model("--model", required("--model", options.getModel()));
    ModelRef against = model("--against", options.getAgainst());
    List<ParquetInput> inputs = inputs(required("--input", options.getInput()), model);
    SharedDisk shared = new SharedDisk(runner, problems);
    LabelFilesCheck labelCheck = new LabelFilesCheck(options, shared, problems, notes);
    List<ParquetInput> labelFiles = labelCheck.find();
    EvaluationFiles files =
        new EvaluationFolderCheck(shared, problems)
            .files(
                required("--output", options.getOutput()),
                options.getOverwrite(),
                Stream.concat(inputs.stream(), labelFiles.stream()).toList());
    if (model == null || inputs.isEmpty() || files == null) {
      return null;
    }
    List<String> columns = new LabelColumns(problems).of(options.getLabel(), model.model());
    Optional<LabelFiles> labels = labelCheck.labels(labelFiles, inputs.get(0), columns);
    EvaluationSpec spec = spec(model, inputs, options.getLabels() == null ? columns : List.of());
    if (spec == null) {
      return null;
    }
    checkFields(model, against, spec, new FieldCheck(inputs.get(0)));
    new ComparedModels(options, problems).check(model, against, spec);
    Evaluating evaluating = Evaluating.of(model, spec);
    return problems.isEmpty()
        ? new EvaluationJob(
            FilesSource.of(inputs, FolderSink.ROWS_PER_SPLIT),
            labels.orElse(null),
            against == null ? evaluating : evaluating.against(against),
            before,
            files)
        : null;
  }

  private @Nullable String required(String option, @Nullable String value) {
    return Required.option(EvaluateCommand.NAME, option, value, problems);
  }

  private @Nullable ModelRef model(String option, @Nullable String folder) {
    return folder == null
        ? null
        : new ModelCheck(runner, options, problems, notes).load(option, folder);
  }

  private List<ParquetInput> inputs(@Nullable String pattern, @Nullable ModelRef model) {
    return pattern == null
        ? List.of()
        : new InputCheck(problems, notes)
            .find(
                "--input",
                pattern,
                new SharedDisk(runner, problems),
                options.getMaxPageBytes(),
                model == null ? null : model.model());
  }

  private @Nullable EvaluationSpec spec(
      ModelRef model, List<ParquetInput> inputs, List<String> labels) {
    ServedScores served = new ServedScores(options, problems);
    boolean scored = ServedScores.areIn(inputs.get(0));
    ScoreSpec scores = scored ? served.spec(model, inputs, before) : null;
    if (scored && scores == null) {
      return null;
    }
    EvaluationSpec spec = EvaluationSpecs.of(options, labels, problems);
    return spec == null || scores == null ? spec : spec.withServed(scores);
  }

  private void checkFields(
      ModelRef model, @Nullable ModelRef against, EvaluationSpec spec, FieldCheck fields) {
    checkFeatures(model.model(), fields, "");
    if (against != null) {
      checkFeatures(against.model(), fields, "--against: ");
    }
    String key = spec.predict().keyField();
    if (key != null) {
      check("--keyField", key, fields);
    }
    spec.labels().forEach(label -> check("--label", label, fields));
    spec.by().forEach(column -> check("--by", column, fields));
  }

  private void checkFeatures(Model model, FieldCheck fields, String prefix) {
    model
        .features()
        .forEach(feature -> fields.problem(feature).ifPresent(why -> problems.add(prefix + why)));
  }

  private void check(String option, String column, FieldCheck fields) {
    fields
        .whyNoKey(column)
        .ifPresent(why -> problems.add("%s=%s: %s".formatted(option, column, why)));
  }
}
