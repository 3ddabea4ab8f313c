package io.credence.cli.command;

import io.credence.beam.ModelRef;
import io.credence.beam.Scoring;
import io.credence.cli.options.ScoreOptions;
import io.credence.jobs.runner.Runner;
import io.credence.jobs.scoring.Delivery;
import io.credence.jobs.scoring.NumberedSplit;
import io.credence.jobs.scoring.SplitGroup;
import io.credence.jobs.sink.topic.TopicSink;
import io.credence.jobs.source.files.FilesSource;
import io.credence.jobs.source.files.RowMessages;
import io.credence.kafka.ClientSettings;
import io.credence.kafka.TopicCheck;
import io.credence.kafka.TopicDescription;
import io.credence.kafka.TopicLocation;
import io.credence.parquet.ParquetInput;
import io.credence.score.ScoreSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks everything about the scoring of files into a topic that can be checked before. */
final class ExportPreflight {

  private final ScoreOptions options;
  private final Runner runner;
  private final List<String> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private ExportPreflight(ScoreOptions options, Runner runner) {
    this.options = options;
    this.runner = runner;
  }

  static Checked<FilesSource, TopicSink<SplitGroup<NumberedSplit>>> check(
      ScoreOptions options, Runner runner) {
    return new ExportPreflight(options, runner).check();
  }

  private Checked<FilesSource, TopicSink<SplitGroup<NumberedSplit>>> check() {
    RunnerCheck.run(runner, options, problems, notes);
    ScoreSpec spec = ScoreSpecs.of(options, problems);
    ScorePreflight.deadLetterShare(options, problems);
    requireAtLeastOnce();
    String folder = Required.option("--model", options.getModel(), problems);
    ModelRef model = folder == null ? null : new ModelCheck(runner, problems, notes).load(folder);
    String input = Required.option("--input", options.getInput(), problems);
    List<ParquetInput> inputs =
        input == null
            ? List.of()
            : new InputCheck(problems, notes)
                .find(
                    input,
                    new SharedDisk(runner, problems),
                    options.getMaxPageBytes(),
                    model == null ? null : model.model());
    if (model != null && !inputs.isEmpty()) {
      new InputCheck(problems, notes).checkFields(model.model(), spec, inputs.get(0));
    }
    TopicSink<SplitGroup<NumberedSplit>> sink = model == null ? null : sink();
    return Checked.of(
        problems,
        notes,
        model == null || sink == null || inputs.isEmpty()
            ? null
            : new ReadyJob<>(
                FilesSource.of(inputs, TopicSink.ROWS_PER_SPLIT), Scoring.of(model, spec), sink));
  }

  private TopicOptions topics() {
    return new TopicOptions("score", problems);
  }

  private void requireAtLeastOnce() {
    Delivery delivery = topics().parse("--delivery", options.getDelivery(), Delivery::parse);
    if (delivery == Delivery.EXACTLY_ONCE) {
      problems.add(
          "--delivery=exactly-once: rows of files are written at least once, the same to the bit and with the same credence.record_id each time; leave it out");
    }
  }

  private @Nullable TopicSink<SplitGroup<NumberedSplit>> sink() {
    TopicLocation output = topics().topic("--output", options.getOutput());
    TopicLocation letters = topics().topicOfBytes("--deadLetters", options.getDeadLetters());
    ClientSettings clients = topics().clients(options.getKafkaProperties());
    WindowRequest.requireJson("--output", output, options.getOutput(), problems);
    if (!problems.isEmpty() || output == null || letters == null) {
      return null;
    }
    TopicCheck check = new TopicCheck(clients, problems);
    TopicDescription facts = check.check("--output", output);
    TopicDescription lettersFacts = check.check("--deadLetters", letters);
    if (facts == null || lettersFacts == null) {
      return null;
    }
    check.requireUsable(output);
    StreamTopics.requireOther("--deadLetters", letters, lettersFacts, output, facts, problems);
    StreamTopics.requireSameCluster("--deadLetters", lettersFacts, facts, problems);
    return new TopicSink<>(
        new RowMessages(),
        output,
        facts.maxMessageBytes(),
        letters,
        Delivery.AT_LEAST_ONCE,
        "",
        clients);
  }
}
