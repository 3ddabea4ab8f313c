package io.credence.cli.command;

import io.credence.jobs.late.FiguresSink;
import io.credence.jobs.late.FiguresTopic;
import io.credence.jobs.late.LateTopic;
import io.credence.jobs.scoring.Delivery;
import io.credence.jobs.source.topic.TopicSource;
import io.credence.kafka.ReadRange;
import io.credence.kafka.TopicCheck;
import io.credence.kafka.TopicDescription;
import io.credence.kafka.TopicLocation;
import io.credence.messages.MessageFormat;
import io.credence.problem.Problems;
import org.jspecify.annotations.Nullable;

/** What brokers say of the two topics of an evaluation. */
record LateTopics(LateTopic predictions, LateTopic labels) {

  /**
   * Asks brokers.
   *
   * @param sink where figures go
   * @param group the consumer group
   * @param problems receives a line for each reason not to start
   * @return null when they don't say
   */
  static @Nullable LateTopics ask(
      LateEvaluationRequest request, FiguresSink sink, String group, Problems problems) {
    TopicCheck check = new TopicCheck(request.clients(), problems::add);
    TopicDescription predictions = check.check("--input", request.predictions());
    TopicDescription labels = check.check(LabelFilesCheck.OPTION, request.labels());
    if (predictions == null || labels == null) {
      return null;
    }
    check.requireUsable(request.predictions());
    DistinctTopics distinct = new DistinctTopics(problems);
    distinct.requireOther(
        LabelFilesCheck.OPTION, request.labels(), labels, request.predictions(), predictions);
    TopicLocation output = sink instanceof FiguresTopic figures ? figures.topic() : null;
    TopicDescription written =
        output == null ? null : check.check(EvaluationFolderCheck.OPTION, output);
    if (output != null && written != null) {
      distinct.requireOther(
          EvaluationFolderCheck.OPTION, output, written, request.predictions(), predictions);
      distinct.requireOther(
          EvaluationFolderCheck.OPTION, output, written, request.labels(), labels);
    }
    check.requireFree("--input", request.predictions(), group);
    LateTopic read =
        topic(
            "--input",
            request.predictions(),
            request.predictionFormat(),
            predictions,
            group,
            request,
            check);
    LateTopic compared =
        topic(
            LabelFilesCheck.OPTION,
            request.labels(),
            request.labelFormat(),
            labels,
            group,
            request,
            check);
    return read == null || compared == null ? null : new LateTopics(read, compared);
  }

  private static @Nullable LateTopic topic(
      String option,
      TopicLocation location,
      MessageFormat format,
      TopicDescription described,
      String group,
      LateEvaluationRequest request,
      TopicCheck check) {
    ReadRange range =
        check.range(option, location, described, group, request.start(), request.stop());
    return range == null
        ? null
        : new LateTopic(
            TopicSource.of(location, range, group, Delivery.AT_LEAST_ONCE, request.clients()),
            format);
  }
}
