package io.credence.cli.command;

import io.credence.beam.ModelRef;
import io.credence.beam.Scoring;
import io.credence.cli.options.ScoreOptions;
import io.credence.jobs.runner.Runner;
import io.credence.jobs.scoring.Delivery;
import io.credence.jobs.sink.topic.TopicSink;
import io.credence.jobs.source.topic.DecodedMessages;
import io.credence.jobs.source.topic.TopicSource;
import io.credence.kafka.Message;
import io.credence.messages.MessageFormat;
import io.credence.score.ScoreColumns;
import io.credence.score.ScoreSpec;
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

  static Checked<TopicSource, TopicSink<Message>> check(ScoreOptions options, Runner runner) {
    StreamPreflight preflight = new StreamPreflight(options, runner);
    ReadyJob<TopicSource, TopicSink<Message>> job = preflight.job();
    return Checked.of(preflight.problems, preflight.notes, job);
  }

  private @Nullable ReadyJob<TopicSource, TopicSink<Message>> job() {
    RunnerCheck.run(runner, options, problems, notes);
    ScoreSpec spec = ScoreSpecs.of(options, problems);
    String folder = Required.option("--model", options.getModel(), problems);
    ModelRef model = folder == null ? null : new ModelCheck(runner, problems, notes).load(folder);
    StreamRequest request = StreamRequest.of(options, problems);
    if (request != null && request.delivery() == Delivery.EXACTLY_ONCE && !runner.keepsOrder()) {
      problems.add(
          "--delivery=exactly-once: needs Flink, which keeps messages in order; leave --runner out");
    }
    if (!runner.keepsOrder()) {
      notes.add(
          "This runner may write messages in another order, so repeats can't be recognised by their offsets; use it for tests only");
    }
    FormatCheck formats = new FormatCheck(problems);
    MessageFormat format = request == null ? null : formats.of(request, options);
    if (!problems.isEmpty() || model == null || request == null || format == null) {
      return null;
    }
    formats.check(format, model.model(), spec, request.clients().registry());
    String group = request.clients().group("credence-" + model.name());
    StreamTopics topics = StreamTopics.ask(request, group, problems, notes);
    if (!problems.isEmpty() || topics == null) {
      return null;
    }
    formats.publish(format, ScoreColumns.of(model.model(), spec), request.output());
    return job(request, model, spec, group, topics, format);
  }

  private static ReadyJob<TopicSource, TopicSink<Message>> job(
      StreamRequest request,
      ModelRef model,
      ScoreSpec spec,
      String group,
      StreamTopics topics,
      MessageFormat format) {
    return new ReadyJob<>(
        TopicSource.of(
            request.input(), topics.range(), group, request.delivery(), request.clients()),
        Scoring.of(model, spec),
        new TopicSink<>(
            new DecodedMessages(format, request.clients()),
            request.output(),
            topics.output().maxMessageBytes(),
            request.deadLetters(),
            request.delivery(),
            group,
            request.clients()));
  }
}
