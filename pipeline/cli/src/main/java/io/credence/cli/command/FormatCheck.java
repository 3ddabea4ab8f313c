package io.credence.cli.command;

import io.credence.cli.options.ScoreOptions;
import io.credence.kafka.TopicLocation;
import io.credence.messages.MessageFormat;
import io.credence.messages.encoding.Encoding;
import io.credence.model.Model;
import io.credence.problem.Problems;
import io.credence.score.ScoreColumns;
import io.credence.score.ScoreSpec;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the formats of messages from the locations of their topics, and checks them. */
final class FormatCheck {

  private final Problems problems;

  FormatCheck(Problems problems) {
    this.problems = problems;
  }

  /** The format of what goes from one topic to another; null when there is none. */
  @Nullable MessageFormat of(TopicToTopicRequest request, ScoreOptions options) {
    TopicLocation output = request.output();
    Encoding read = encoding("--input", request.input(), options.getInput());
    MessageFormat source = read == null ? null : format(request.input(), read);
    Encoding written = encoding("--output", output, options.getOutput());
    if (source == null || written == null) {
      return null;
    }
    try {
      return written.asOutput(source, output.topic());
    } catch (IllegalArgumentException e) {
      problems.add("--output=%s: %s".formatted(output, e.getMessage()));
      return null;
    }
  }

  /** Names the topic, and not all that its option says: there may be a password in it. */
  private @Nullable Encoding encoding(
      String option, TopicLocation topic, @Nullable String location) {
    try {
      return Encoding.parse(location == null ? null : TopicLocation.query(location));
    } catch (IllegalArgumentException e) {
      problems.add("%s=%s: %s".formatted(option, topic, e.getMessage()));
      return null;
    }
  }

  private @Nullable MessageFormat format(TopicLocation input, Encoding encoding) {
    try {
      return encoding.asInput();
    } catch (IOException | IllegalArgumentException e) {
      problems.add("--input=%s: %s".formatted(input, Failures.line(e)));
      return null;
    }
  }

  /** Checks that a model can score what is read, and that what is written can be. */
  void check(MessageFormat format, Model model, ScoreSpec spec, Map<String, ?> settings) {
    format.check(model, spec, settings, problems);
  }

  /** Leaves the schema of the output where its readers find it: the last thing before a start. */
  void publish(MessageFormat format, ScoreColumns columns, TopicLocation output) {
    try {
      format.publish(columns);
    } catch (IOException | IllegalArgumentException e) {
      problems.add("--output=%s: %s".formatted(output, Failures.line(e)));
    }
  }
}
