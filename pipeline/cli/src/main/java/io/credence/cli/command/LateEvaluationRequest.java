package io.credence.cli.command;

import io.credence.cli.options.EvaluateOptions;
import io.credence.kafka.ClientSettings;
import io.credence.kafka.OffsetPoint;
import io.credence.kafka.TopicLocation;
import io.credence.messages.MessageFormat;
import io.credence.messages.encoding.Encoding;
import io.credence.problem.Problems;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What options say of the evaluation of a stream, each by itself in order.
 *
 * @param predictionFormat how predictions are read
 * @param labelFormat how labels are read
 * @param key the field that says which label is of which prediction
 * @param start where in both topics to begin
 * @param stop where to end; null for no end
 */
record LateEvaluationRequest(
    TopicLocation predictions,
    MessageFormat predictionFormat,
    TopicLocation labels,
    MessageFormat labelFormat,
    String key,
    OffsetPoint start,
    @Nullable OffsetPoint stop,
    Duration labelWait,
    Duration predictionWait,
    Duration window,
    ClientSettings clients) {

  private static final Duration LONGEST_WAIT = Duration.ofDays(100);

  /**
   * Reads options.
   *
   * @param problems receives a line for each fault
   * @return null when one can't be read
   */
  static @Nullable LateEvaluationRequest of(EvaluateOptions options, Problems problems) {
    TopicOptions topics = new TopicOptions(EvaluateCommand.NAME, problems);
    TopicLocation predictions = topics.topic("--input", options.getInput());
    MessageFormat predictionFormat = format("--input", options.getInput(), problems);
    TopicLocation labels = labels(options, topics, problems);
    MessageFormat labelFormat = format(LabelFilesCheck.OPTION, options.getLabels(), problems);
    String key =
        Required.option(EvaluateCommand.NAME, "--labelKey", options.getLabelKey(), problems);
    OffsetPoint start =
        topics.parse(
            "--startAt",
            Objects.requireNonNullElse(options.getStartAt(), "earliest"),
            LateEvaluationRequest::start);
    String stopAt = options.getStopAt();
    OffsetPoint stop = stopAt == null ? null : topics.parse("--stopAt", stopAt, OffsetPoint::stop);
    Duration labelWait =
        wait("--labelWait", Objects.requireNonNullElse(options.getLabelWait(), "24h"), topics);
    String given = options.getPredictionWait();
    Duration predictionWait = given == null ? labelWait : wait("--predictionWait", given, topics);
    Duration window =
        topics.parse(
            "--windowDuration",
            Objects.requireNonNullElse(options.getWindowDuration(), "1h"),
            WindowLength::parse);
    ClientSettings clients = topics.clients(options.getKafkaProperties());
    return predictions == null
            || predictionFormat == null
            || labels == null
            || labelFormat == null
            || key == null
            || start == null
            || labelWait == null
            || predictionWait == null
            || window == null
        ? null
        : new LateEvaluationRequest(
            predictions,
            predictionFormat,
            labels,
            labelFormat,
            key,
            start,
            stop,
            labelWait,
            predictionWait,
            window,
            clients);
  }

  private static @Nullable TopicLocation labels(
      EvaluateOptions options, TopicOptions topics, Problems problems) {
    String labels = options.getLabels();
    if (labels != null && !RunnerCheck.isTopic(labels)) {
      problems.add(
          "%s=%s: labels of a stream come in a topic, kafka://HOST:PORT/TOPIC; for labels in files, name files as --input, too"
              .formatted(LabelFilesCheck.OPTION, labels));
      return null;
    }
    return topics.topic(LabelFilesCheck.OPTION, labels);
  }

  private static @Nullable MessageFormat format(
      String option, @Nullable String location, Problems problems) {
    if (location == null || !RunnerCheck.isTopic(location)) {
      return null; // Which is reported.
    }
    try {
      return Encoding.parse(TopicLocation.query(location)).asInput();
    } catch (IOException | IllegalArgumentException e) {
      // Behind a question mark there may be a password that does not belong there.
      problems.add(
          "%s=%s: %s".formatted(option, location.replaceFirst("\\?.*", ""), Failures.line(e)));
      return null;
    }
  }

  private static OffsetPoint start(String text) {
    if (text.equals(TopicOptions.COMMITTED)) {
      throw new IllegalArgumentException(
          "what waits for its label is in no group's offsets; must be earliest, latest or a time in UTC such as 2026-11-20T06:00:00Z");
    }
    return OffsetPoint.start(text);
  }

  private static @Nullable Duration wait(String option, String given, TopicOptions topics) {
    return topics.parse(option, given, text -> WindowLength.parse(text, LONGEST_WAIT));
  }
}
