package io.credence.cli.command;

import io.credence.beam.ModelRef;
import io.credence.beam.Scoring;
import io.credence.cli.options.ScoreOptions;
import io.credence.jobs.runner.Runner;
import io.credence.jobs.topictofiles.FolderProgress;
import io.credence.jobs.topictofiles.WindowFolder;
import io.credence.jobs.topictofiles.WindowJob;
import io.credence.kafka.OffsetPoint;
import io.credence.kafka.ReadRange;
import io.credence.kafka.TopicCheck;
import io.credence.kafka.TopicDescription;
import io.credence.score.ScoreSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks everything about the scoring of a stream into a folder that can be checked before. */
final class WindowPreflight {

  private final ScoreOptions options;
  private final Runner runner;
  private final List<String> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private WindowPreflight(ScoreOptions options, Runner runner) {
    this.options = options;
    this.runner = runner;
  }

  /**
   * What comes of the checks.
   *
   * @param problems a line for each fault; there is no job when there is one
   * @param notes a line for each thing that was set right
   * @param rewinds whether reading begins where it was asked to, and not behind what is in files
   */
  record Result(
      List<String> problems, List<String> notes, @Nullable WindowJob job, boolean rewinds) {}

  static Result check(ScoreOptions options, Runner runner) {
    WindowPreflight preflight = new WindowPreflight(options, runner);
    WindowRequest request = WindowRequest.of(options, preflight.problems);
    WindowJob job = preflight.job(request);
    return new Result(
        preflight.problems,
        preflight.notes,
        preflight.problems.isEmpty() ? job : null,
        request != null && request.start().kind() != OffsetPoint.Kind.COMMITTED);
  }

  private @Nullable WindowJob job(@Nullable WindowRequest request) {
    RunnerCheck.run(runner, options, problems, notes);
    ScoreSpec spec = ScoreSpecs.of(options, problems);
    String model = Required.option("--model", options.getModel(), problems);
    ModelRef loaded = model == null ? null : new ModelCheck(runner, problems, notes).load(model);
    if (!runner.keepsOrder()) {
      problems.add(
          "--output=%s: a stream into a folder needs Flink, which keeps messages in order; leave --runner out"
              .formatted(options.getOutput()));
    }
    WindowFolder folder =
        new WindowFolderCheck(new SharedDisk(runner, problems), problems).folder(options);
    if (!problems.isEmpty() || loaded == null || request == null || folder == null) {
      return null;
    }
    return job(request, loaded, spec, folder);
  }

  private @Nullable WindowJob job(
      WindowRequest request, ModelRef model, ScoreSpec spec, WindowFolder folder) {
    String group = request.clients().group("credence-" + model.name());
    TopicCheck check = new TopicCheck(request.clients(), problems);
    TopicDescription facts = check.check("--input", request.input());
    if (facts == null) {
      return null;
    }
    check.requireUsable(request.input());
    check.requireFree("--input", request.input(), group);
    ReadRange range =
        check.range("--input", request.input(), facts, group, request.start(), request.stop());
    FolderProgress progress = new FolderProgress(folder, request.input().topic(), facts.cluster());
    new WindowFolderCheck(new SharedDisk(runner, problems), problems).check(progress);
    return range == null
        ? null
        : new WindowJob(
            Scoring.of(model, spec),
            request.input(),
            range,
            group,
            progress,
            request.window(),
            request.shards(),
            request.clients());
  }
}
