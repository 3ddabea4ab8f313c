package io.credence.cli.command;

import io.credence.beam.ModelRef;
import io.credence.beam.Scoring;
import io.credence.cli.options.ScoreOptions;
import io.credence.jobs.output.ResultFolders;
import io.credence.jobs.runner.Runner;
import io.credence.jobs.sink.rolling.FolderCheckpoint;
import io.credence.jobs.sink.rolling.GroupCommits;
import io.credence.jobs.sink.rolling.RollingSink;
import io.credence.jobs.source.topic.TopicSource;
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

  static Checked<TopicSource, RollingSink> check(ScoreOptions options, Runner runner) {
    WindowPreflight preflight = new WindowPreflight(options, runner);
    WindowRequest request = WindowRequest.of(options, preflight.problems);
    ReadyJob<TopicSource, RollingSink> job = preflight.job(request);
    return Checked.of(preflight.problems, preflight.notes, job);
  }

  private @Nullable ReadyJob<TopicSource, RollingSink> job(@Nullable WindowRequest request) {
    RunnerCheck.run(runner, options, problems, notes);
    ScoreSpec spec = ScoreSpecs.of(options, problems);
    String model = Required.option("--model", options.getModel(), problems);
    ModelRef loaded = model == null ? null : new ModelCheck(runner, problems, notes).load(model);
    if (!runner.keepsOrder()) {
      problems.add(
          "--output=%s: a stream into a folder needs Flink, which keeps messages in order; leave --runner out"
              .formatted(options.getOutput()));
    }
    ResultFolders folder =
        new WindowFolderCheck(new SharedDisk(runner, problems), problems).folder(options);
    if (!problems.isEmpty() || loaded == null || request == null || folder == null) {
      return null;
    }
    return job(request, loaded, spec, folder);
  }

  private @Nullable ReadyJob<TopicSource, RollingSink> job(
      WindowRequest request, ModelRef model, ScoreSpec spec, ResultFolders folders) {
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
    FolderCheckpoint checkpoint =
        new FolderCheckpoint(folders, request.input().topic(), facts.cluster());
    new WindowFolderCheck(new SharedDisk(runner, problems), problems).check(checkpoint);
    return range == null
        ? null
        : new ReadyJob<>(
            TopicSource.from(
                checkpoint, folders.output(), request.input(), range, group, request.clients()),
            Scoring.of(model, spec),
            new RollingSink(
                checkpoint,
                request.window(),
                request.shards(),
                new GroupCommits(request.input(), group, request.clients())));
  }
}
