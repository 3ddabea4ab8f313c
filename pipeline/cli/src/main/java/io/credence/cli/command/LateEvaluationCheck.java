package io.credence.cli.command;

import io.credence.beam.Evaluating;
import io.credence.beam.ModelRef;
import io.credence.cli.options.EvaluateOptions;
import io.credence.evaluation.EvaluationSpec;
import io.credence.jobs.evaluation.EvaluationFiles;
import io.credence.jobs.late.FiguresFolder;
import io.credence.jobs.late.FiguresSink;
import io.credence.jobs.late.FiguresTopic;
import io.credence.jobs.late.LateEvaluation;
import io.credence.jobs.late.LateTerms;
import io.credence.jobs.runner.Runner;
import io.credence.jobs.runner.Work;
import io.credence.kafka.TopicLocation;
import io.credence.problem.Problems;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks everything about the evaluation of a stream that can be checked before it starts. */
final class LateEvaluationCheck {

  /** Topics into a folder. */
  static final Work WORK = new Work(false, false, false);

  /** Figures are written that often, when they have changed. */
  private static final Duration PACE = Duration.ofSeconds(10);

  private static final String NO_LOOKS =
      "--against: a stream has figures of the difference, but no verdict which model is better: that needs looks in an order, which only files have";

  private final EvaluateOptions options;
  private final Runner runner;
  private final Problems problems;
  private final List<String> notes;

  LateEvaluationCheck(
      EvaluateOptions options, Runner runner, Problems problems, List<String> notes) {
    this.options = options;
    this.runner = runner;
    this.problems = problems;
    this.notes = notes;
  }

  /** The job; null when something is wrong, which is reported. */
  @Nullable LateEvaluation job() {
    runner.check(options, WORK, problems, notes);
    ModelRef model = model("--model", required("--model", options.getModel()));
    ModelRef against = model("--against", options.getAgainst());
    LateEvaluationRequest request = LateEvaluationRequest.of(options, problems);
    if (against != null) {
      notes.add(NO_LOOKS);
    }
    refuseSegmentsInMessages();
    FiguresSink sink = sink(required("--output", options.getOutput()), request);
    EvaluationSpec spec = EvaluationSpecs.of(options, List.of(), problems);
    if (model == null || request == null || sink == null || spec == null) {
      return null;
    }
    List<String> labels = new LabelColumns(problems).of(options.getLabel(), model.model());
    new ComparedModels(options, problems).check(model, against, spec);
    if (!problems.isEmpty()) {
      return null;
    }
    String group = request.clients().group("credence-evaluate-" + model.name());
    LateTopics topics = LateTopics.ask(request, sink, group, problems);
    Evaluating evaluating = Evaluating.of(model, spec);
    return topics == null || !problems.isEmpty()
        ? null
        : new LateEvaluation(
            topics.predictions(),
            topics.labels(),
            against == null ? evaluating : evaluating.against(against),
            new LateTerms(
                request.key(),
                labels,
                request.labelWait(),
                request.predictionWait(),
                request.window(),
                PACE),
            sink);
  }

  private void refuseSegmentsInMessages() {
    if (RunnerCheck.isTopic(options.getOutput()) && !options.getBy().isEmpty()) {
      problems.add(
          "--by=%s: segments are a table in a folder, and a topic has none; write to a folder, or leave --by out"
              .formatted(String.join(",", options.getBy())));
    }
  }

  private @Nullable FiguresSink sink(
      @Nullable String output, @Nullable LateEvaluationRequest request) {
    if (RunnerCheck.isTopic(output)) {
      TopicLocation topic =
          new TopicOptions(EvaluateCommand.NAME, problems)
              .topicOfBytes(EvaluationFolderCheck.OPTION, output);
      return topic == null || request == null ? null : new FiguresTopic(topic, request.clients());
    }
    EvaluationFiles files =
        new EvaluationFolderCheck(new SharedDisk(runner, problems), problems)
            .files(output, options.getOverwrite() || runner.restoresSavepoint(), List.of());
    return files == null ? null : new FiguresFolder(files);
  }

  private @Nullable String required(String option, @Nullable String value) {
    return Required.option(EvaluateCommand.NAME, option, value, problems);
  }

  private @Nullable ModelRef model(String option, @Nullable String folder) {
    return folder == null
        ? null
        : new ModelCheck(runner, options, problems, notes).load(option, folder);
  }
}
