package io.credence.cli.command;

import io.credence.beam.Canary;
import io.credence.beam.ModelRef;
import io.credence.beam.Scoring;
import io.credence.beam.Shadow;
import io.credence.cli.options.ScoreOptions;
import io.credence.jobs.runner.Runner;
import io.credence.parquet.ParquetInput;
import io.credence.problem.Problems;
import io.credence.rollout.KeyShare;
import io.credence.rollout.Rollout;
import io.credence.score.ScoreSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is checked of a request wherever records come from and go: the runner, the figures that are
 * asked for, the model, and files that are read. All problems are collected.
 */
final class ScoringCheck {

  private final ScoreOptions options;
  private final Runner runner;
  private final Problems problems = new Problems();
  private final List<String> notes = new ArrayList<>();
  private @Nullable ScoreSpec spec;
  private @Nullable ModelRef model;
  private @Nullable Shadow shadow;
  private @Nullable Canary canary;

  ScoringCheck(ScoreOptions options, Runner runner) {
    this.options = options;
    this.runner = runner;
  }

  ScoreOptions options() {
    return options;
  }

  Runner runner() {
    return runner;
  }

  /** A line for each fault. */
  Problems problems() {
    return problems;
  }

  /** A line for each thing that was set right, or is to be known. */
  List<String> notes() {
    return notes;
  }

  SharedDisk shared() {
    return new SharedDisk(runner, problems);
  }

  TopicOptions topics() {
    return new TopicOptions("score", problems);
  }

  /** Checks where the job would run, and what it would compute. */
  ScoreSpec spec() {
    RunnerCheck.run(runner, options, problems, notes);
    ScoreSpec checked = ScoreSpecs.of(options, problems);
    spec = checked;
    return checked;
  }

  /** Loads the model; null when there is none, or it can't be loaded. */
  @Nullable ModelRef model() {
    RolloutCheck rollouts = new RolloutCheck(options, problems);
    Rollout rollout = rollouts.read();
    ModelCheck models = new ModelCheck(runner, options, problems, notes);
    if (rollout != null) {
      model = models.load("champion", rollout.champion());
      ScoreSpec figures = Objects.requireNonNull(spec, "spec() is first");
      KeyShare share = rollout.share();
      if (share == null) {
        shadow = rollouts.shadow(rollout, model, figures, models);
      } else {
        canary = rollouts.canary(rollout, share, model, figures, models);
      }
    } else if (options.getRollout() == null) {
      String folder = Required.option("--model", options.getModel(), problems);
      model = folder == null ? null : models.load(folder);
    }
    OutputNames.check(options, model, problems);
    return model;
  }

  /** The challenger in the shadow of the model; null when there is none. */
  @Nullable Shadow shadow() {
    return shadow;
  }

  /** The challenger that scores a share of all keys; null when there is none. */
  @Nullable Canary canary() {
    return canary;
  }

  /** Of a way that has no place for what a shadow says. */
  void refuseShadow() {
    if (shadow != null) {
      problems.add(
          "--rollout=%s: mode: shadow is not for a topic that is scored into a folder; score it into a topic"
              .formatted(options.getRollout()));
    }
  }

  /** Checks the share of dead letters that is allowed. */
  void checkDeadLetterShare() {
    FolderCheck.checkShare(options.getMaxDeadLetterShare(), problems);
  }

  /** Finds the files that are read, and checks that the model can score them; none otherwise. */
  List<ParquetInput> files() {
    String input = Required.option("--input", options.getInput(), problems);
    if (input == null) {
      return List.of();
    }
    ModelRef of = model;
    InputCheck check = new InputCheck(problems, notes);
    List<ParquetInput> files =
        check.find(
            "--input", input, shared(), options.getMaxPageBytes(), of == null ? null : of.model());
    if (of != null && !files.isEmpty()) {
      ScoreSpec figures = Objects.requireNonNull(spec, "spec() is first");
      check.checkFields(of.model(), figures, files.get(0));
      if (canary != null) {
        check.checkFields(canary.challenger().model(), figures, files.get(0));
      }
    }
    files.stream()
        .flatMap(file -> file.leftOut().stream())
        .distinct()
        .forEach(line -> notes.add("The output does without " + line));
    return files;
  }

  /** Nothing to start. */
  <S, K> Checked<S, K> refused() {
    return new Checked<>(problems, notes, null);
  }

  /** The job, if nothing is wrong with it. */
  <S, K> Checked<S, K> ready(ModelRef scoredBy, S source, K sink) {
    return new Checked<>(
        problems,
        notes,
        problems.isEmpty() ? new ReadyJob<>(source, scoring(scoredBy), sink) : null);
  }

  /** How records are scored. */
  Scoring scoring(ModelRef scoredBy) {
    Scoring scoring = Scoring.of(scoredBy, Objects.requireNonNull(spec, "spec() is first"));
    if (canary != null) {
      return scoring.withCanary(canary);
    }
    return shadow == null ? scoring : scoring.withShadow(shadow);
  }
}
