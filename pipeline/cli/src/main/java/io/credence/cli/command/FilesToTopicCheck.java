package io.credence.cli.command;

import io.credence.beam.ModelRef;
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
import io.credence.problem.Problems;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks everything about the scoring of files into a topic that can be checked before. */
final class FilesToTopicCheck {

  private final ScoringCheck check;
  private final ScoreOptions options;
  private final Problems problems;

  private FilesToTopicCheck(ScoringCheck check) {
    this.check = check;
    this.options = check.options();
    this.problems = check.problems();
  }

  static Checked<FilesSource, TopicSink<SplitGroup<NumberedSplit>>> check(
      ScoreOptions options, Runner runner) {
    return new FilesToTopicCheck(new ScoringCheck(options, runner)).check();
  }

  private Checked<FilesSource, TopicSink<SplitGroup<NumberedSplit>>> check() {
    check.spec();
    check.checkDeadLetterShare();
    requireAtLeastOnce();
    ModelRef model = check.model();
    List<ParquetInput> inputs = check.files();
    TopicSink<SplitGroup<NumberedSplit>> sink = model == null ? null : sink();
    return model == null || sink == null || inputs.isEmpty()
        ? check.refused()
        : check.ready(model, FilesSource.of(inputs, TopicSink.ROWS_PER_SPLIT), sink);
  }

  private void requireAtLeastOnce() {
    Delivery delivery = check.topics().parse("--delivery", options.getDelivery(), Delivery::parse);
    if (delivery == Delivery.EXACTLY_ONCE) {
      problems.add(
          "--delivery=exactly-once: rows of files are written at least once, the same to the bit"
              + " and with the same credence.record_id each time; leave it out");
    }
  }

  private @Nullable TopicSink<SplitGroup<NumberedSplit>> sink() {
    TopicLocation output = check.topics().topic("--output", options.getOutput());
    TopicLocation letters = check.topics().topicOfBytes("--deadLetters", options.getDeadLetters());
    ClientSettings clients = check.topics().clients(options.getKafkaProperties());
    check.topics().requireJson("--output", output, options.getOutput());
    if (!problems.isEmpty() || output == null || letters == null) {
      return null;
    }
    TopicCheck brokers = new TopicCheck(clients, problems::add);
    TopicDescription facts = brokers.check("--output", output);
    TopicDescription lettersFacts = brokers.check("--deadLetters", letters);
    if (facts == null || lettersFacts == null) {
      return null;
    }
    brokers.requireUsable(output);
    DistinctTopics distinct = new DistinctTopics(problems);
    distinct.requireOther("--deadLetters", letters, lettersFacts, output, facts);
    distinct.requireSameCluster("--deadLetters", lettersFacts, facts);
    return new TopicSink<>(
        new RowMessages(),
        output,
        facts.maxMessageBytes(),
        letters,
        Delivery.AT_LEAST_ONCE,
        "",
        clients,
        new ShadowTopicCheck(check).of(output, Map.of("--deadLetters", letters), clients));
  }
}
