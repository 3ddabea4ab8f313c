package io.credence.pipeline.command;

import io.credence.beam.ModelRef;
import io.credence.pipeline.kafka.ClientSettings;
import io.credence.pipeline.kafka.TopicCheck;
import io.credence.pipeline.kafka.TopicLocation;
import io.credence.pipeline.message.MessageFormat;
import io.credence.pipeline.options.ScoreOptions;
import io.credence.pipeline.runner.Runner;
import io.credence.pipeline.stream.StreamJob;
import io.credence.score.ScoreColumns;
import io.credence.score.ScoreSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks everything about the scoring of a stream that can be checked before it starts. */
final class StreamPreflight {

  private final ScoreOptions options;
  private final Runner runner;
  private final List<String> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private StreamPreflight(ScoreOptions options, Runner runner) {
    this.options = options;
    this.runner = runner;
  }

  /**
   * What comes of the checks.
   *
   * @param problems a line for each fault; there is no job when there is one
   * @param notes a line for each thing that was set right
   */
  record Result(List<String> problems, List<String> notes, @Nullable StreamJob job) {}

  static Result check(ScoreOptions options, Runner runner) {
    return new StreamPreflight(options, runner).check();
  }

  private Result check() {
    runner.check(options, problems, notes);
    ScoreSpec spec = ScoreSpecs.of(options, problems);
    String folder = Required.option("--model", options.getModel(), problems);
    ModelRef model = folder == null ? null : new ModelCheck(runner, problems, notes).load(folder);
    ClientSettings clients = clients();
    TopicLocation input = topic("--input", options.getInput());
    TopicLocation output = topic("--output", options.getOutput());
    TopicLocation deadLetters = topic("--deadLetters", options.getDeadLetters());
    if (input == null || output == null || deadLetters == null || clients == null) {
      return new Result(problems, notes, null);
    }
    FormatCheck formats = new FormatCheck(problems);
    MessageFormat format = formats.of(input, output, options);
    formats.requireNone("--deadLetters", deadLetters, options.getDeadLetters());
    requireOther("--output", output, input);
    requireOther("--deadLetters", deadLetters, input);
    requireOther("--deadLetters", deadLetters, output);
    int partitions = 0;
    if (problems.isEmpty()) {
      TopicCheck topics = new TopicCheck(clients, problems);
      partitions = topics.check("--input", input);
      topics.check("--output", output);
      topics.check("--deadLetters", deadLetters);
    }
    if (model != null && format != null) {
      formats.check(format, model.model(), spec, clients.registry());
      if (problems.isEmpty()) {
        formats.publish(format, ScoreColumns.of(model.model(), spec), output);
      }
    }
    return !problems.isEmpty() || model == null || format == null
        ? new Result(problems, notes, null)
        : new Result(
            problems,
            notes,
            new StreamJob(model, spec, input, partitions, output, deadLetters, format, clients));
  }

  private @Nullable ClientSettings clients() {
    String file = options.getKafkaProperties();
    try {
      ClientSettings clients = ClientSettings.read(file == null ? null : Path.of(file));
      clients
          .refused()
          .forEach(
              name ->
                  problems.add(
                      "--kafkaProperties=%s: has %s, which is not for a file to set; leave it out"
                          .formatted(file, name)));
      return clients;
    } catch (IOException | IllegalArgumentException e) {
      problems.add("--kafkaProperties=" + file + ": can't be read: " + Failures.line(e));
      return null;
    }
  }

  private @Nullable TopicLocation topic(String option, @Nullable String value) {
    String location = Required.option(option, value, problems);
    try {
      return location == null ? null : TopicLocation.parse(location);
    } catch (IllegalArgumentException e) {
      problems.add("%s=%s: %s".formatted(option, value, e.getMessage()));
      return null;
    }
  }

  /** What is written must not be read again. */
  private void requireOther(String option, TopicLocation topic, TopicLocation other) {
    if (topic.equals(other)) {
      problems.add("%s=%s: must be another topic than %s".formatted(option, topic, other));
    }
  }
}
