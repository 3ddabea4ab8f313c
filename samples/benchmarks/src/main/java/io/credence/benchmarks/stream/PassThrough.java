package io.credence.benchmarks.stream;

import io.credence.cli.options.Arguments;
import io.credence.cli.options.ScoreOptions;
import io.credence.jobs.runner.GivenArguments;
import io.credence.jobs.runner.Runner;
import io.credence.jobs.runner.Runners;
import io.credence.jobs.runner.Work;
import io.credence.kafka.ClientSettings;
import io.credence.kafka.Message;
import io.credence.kafka.OffsetPoint;
import io.credence.kafka.OutgoingMessage;
import io.credence.kafka.ReadMessages;
import io.credence.kafka.ReadRange;
import io.credence.kafka.TopicCheck;
import io.credence.kafka.TopicDescription;
import io.credence.kafka.TopicLocation;
import io.credence.kafka.WriteMessages;
import io.credence.problem.Problems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Objects;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.jspecify.annotations.Nullable;

/**
 * {@code credence score} with the scoring left out: messages are read, and written as they are, by
 * the same source and sink, with the same settings of Flink. Understands {@code --input}, {@code
 * --output} and options of Flink's.
 */
public final class PassThrough {

  private static final String GROUP = "pass-through";
  private static final Work WORK = new Work(false, false, true);

  private PassThrough() {}

  /** Runs until it is stopped. */
  public static void main(String[] args) {
    Problems problems = new Problems();
    GivenArguments arguments = new GivenArguments(Arrays.asList(args));
    arguments.addUnlessGiven("--runner", "FlinkRunner");
    Runner runner = Runners.of(arguments);
    runner.prepare(arguments, WORK, problems);
    ScoreOptions options = Arguments.parse(ScoreOptions.class, arguments.all(), problems);
    require(problems);
    Pipeline pipeline = pipeline(known(options), runner, problems);
    require(problems);
    runner.start(pipeline).await();
  }

  private static Pipeline pipeline(ScoreOptions options, Runner runner, Problems problems) {
    runner.check(options, WORK, problems, new ArrayList<>());
    TopicLocation input = TopicLocation.parse(known(options.getInput()));
    TopicLocation output = TopicLocation.parse(known(options.getOutput()));
    ClientSettings clients = new ClientSettings(null);
    TopicCheck check = new TopicCheck(clients, problems::add);
    TopicDescription facts = check.check("--input", input);
    require(problems);
    ReadRange range =
        check.range("--input", input, known(facts), GROUP, OffsetPoint.start("earliest"), null);
    require(problems);
    Pipeline pipeline = Pipeline.create(options);
    pipeline
        .apply("Read", ReadMessages.of(input, known(range), GROUP, true, clients))
        .apply("Pass", ParDo.of(new Pass(output.topic())))
        .setCoder(WriteMessages.coder())
        .apply("Write", WriteMessages.atLeastOnce(output.brokers(), clients));
    return pipeline;
  }

  private static <T> T known(@Nullable T value) {
    return Objects.requireNonNull(value);
  }

  private static void require(Problems problems) {
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(problems.toString());
    }
  }

  /** Where the scoring would be. */
  private static final class Pass extends DoFn<Message, OutgoingMessage> {

    private static final long serialVersionUID = 1;

    private final String topic;

    Pass(String topic) {
      this.topic = topic;
    }

    @ProcessElement
    public void process(@Element Message message, OutputReceiver<OutgoingMessage> out) {
      out.output(
          new OutgoingMessage(
              topic,
              message.id(),
              message.timestamp(),
              message.key(),
              message.value(),
              message.headers()));
    }
  }
}
