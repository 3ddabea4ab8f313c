package io.credence.cli.command;

import io.credence.beam.Canary;
import io.credence.beam.ModelRef;
import io.credence.cli.options.ScoreOptions;
import io.credence.jobs.runner.Runner;
import io.credence.jobs.scoring.Delivery;
import io.credence.jobs.sink.topic.ShadowTopic;
import io.credence.jobs.sink.topic.TopicSink;
import io.credence.jobs.source.topic.DecodedMessages;
import io.credence.jobs.source.topic.TopicSource;
import io.credence.kafka.Message;
import io.credence.messages.MessageFormat;
import io.credence.problem.Problems;
import io.credence.score.ScoreColumns;
import io.credence.score.ScoreSpec;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks everything about the scoring of a stream that can be checked before it starts. */
final class TopicToTopicCheck {

  private final ScoringCheck check;
  private final Runner runner;
  private final Problems problems;

  private TopicToTopicCheck(ScoringCheck check) {
    this.check = check;
    this.runner = check.runner();
    this.problems = check.problems();
  }

  static Checked<TopicSource, TopicSink<Message>> check(ScoreOptions options, Runner runner) {
    return new TopicToTopicCheck(new ScoringCheck(options, runner)).check();
  }

  private Checked<TopicSource, TopicSink<Message>> check() {
    ScoreSpec spec = check.spec();
    ModelRef model = check.model();
    TopicToTopicRequest request = TopicToTopicRequest.of(check.options(), problems);
    checkOrder(request);
    FormatCheck formats = new FormatCheck(problems);
    MessageFormat format = request == null ? null : formats.of(request, check.options());
    if (!problems.isEmpty() || model == null || request == null || format == null) {
      return check.refused();
    }
    formats.check(format, model.model(), spec, request.clients().registry());
    Canary canary = check.canary();
    if (canary != null) {
      formats.check(format, canary.challenger().model(), spec, request.clients().registry());
    }
    String group = request.clients().group("credence-" + model.name());
    StreamTopics topics = StreamTopics.ask(request, group, problems, check.notes());
    ShadowTopic shadow =
        new ShadowTopicCheck(check)
            .of(
                request.output(),
                Map.of("--input", request.input(), "--deadLetters", request.deadLetters()),
                request.clients());
    if (!problems.isEmpty() || topics == null) {
      return check.refused();
    }
    formats.publish(format, ScoreColumns.of(model.model(), spec), request.output());
    return check.ready(
        model,
        TopicSource.of(
            request.input(), topics.range(), group, request.delivery(), request.clients()),
        new TopicSink<>(
            new DecodedMessages(format, request.clients()),
            request.output(),
            topics.output().maxMessageBytes(),
            request.deadLetters(),
            request.delivery(),
            group,
            request.clients(),
            shadow));
  }

  private void checkOrder(@Nullable TopicToTopicRequest request) {
    if (runner.keepsOrder()) {
      return;
    }
    if (request != null && request.delivery() == Delivery.EXACTLY_ONCE) {
      problems.add(
          "--delivery=exactly-once: needs Flink, which keeps messages in order; leave --runner out");
    }
    check
        .notes()
        .add(
            "This runner may write messages in another order, so repeats can't be recognised by their offsets; use it for tests only");
  }
}
