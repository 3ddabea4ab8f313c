package io.credence.cli.command;

import io.credence.beam.ModelRef;
import io.credence.cli.options.ScoreOptions;
import io.credence.jobs.runner.Runner;
import io.credence.jobs.sink.rolling.FolderCheckpoint;
import io.credence.jobs.sink.rolling.GroupCommits;
import io.credence.jobs.sink.rolling.RollingFolders;
import io.credence.jobs.sink.rolling.RollingSink;
import io.credence.jobs.source.topic.TopicSource;
import io.credence.kafka.ReadRange;
import io.credence.kafka.TopicCheck;
import io.credence.kafka.TopicDescription;
import io.credence.problem.Problems;

/** Checks everything about the scoring of a stream into a folder that can be checked before. */
final class TopicToFolderCheck {

  private final ScoringCheck check;
  private final ScoreOptions options;
  private final Problems problems;

  private TopicToFolderCheck(ScoringCheck check) {
    this.check = check;
    this.options = check.options();
    this.problems = check.problems();
  }

  static Checked<TopicSource, RollingSink> check(ScoreOptions options, Runner runner) {
    return new TopicToFolderCheck(new ScoringCheck(options, runner)).check();
  }

  private Checked<TopicSource, RollingSink> check() {
    TopicToFolderRequest request = TopicToFolderRequest.of(options, problems);
    check.spec();
    ModelRef model = check.model();
    check.refuseShadow();
    if (!check.runner().keepsOrder()) {
      problems.add(
          "--output=%s: a stream into a folder needs Flink, which keeps messages in order; leave --runner out"
              .formatted(options.getOutput()));
    }
    RollingFolders folders = folderCheck().folders(options);
    return !problems.isEmpty() || model == null || request == null || folders == null
        ? check.refused()
        : check(request, model, folders);
  }

  private RollingFolderCheck folderCheck() {
    return new RollingFolderCheck(check.shared(), problems);
  }

  private Checked<TopicSource, RollingSink> check(
      TopicToFolderRequest request, ModelRef model, RollingFolders folders) {
    String group = request.clients().group("credence-" + model.name());
    TopicCheck brokers = new TopicCheck(request.clients(), problems::add);
    TopicDescription facts = brokers.check("--input", request.input());
    if (facts == null) {
      return check.refused();
    }
    brokers.requireUsable(request.input());
    brokers.requireFree("--input", request.input(), group);
    ReadRange range =
        brokers.range("--input", request.input(), facts, group, request.start(), request.stop());
    FolderCheckpoint checkpoint =
        new FolderCheckpoint(folders, request.input().topic(), facts.cluster());
    folderCheck().check(checkpoint);
    return range == null
        ? check.refused()
        : check.ready(
            model,
            TopicSource.from(
                checkpoint, folders.output(), request.input(), range, group, request.clients()),
            new RollingSink(
                checkpoint,
                request.window(),
                request.shards(),
                new GroupCommits(request.input(), group, request.clients())));
  }
}
