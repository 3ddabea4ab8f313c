package io.credence.cli.command;

import io.credence.cli.options.EvaluateOptions;
import io.credence.problem.Problems;
import org.jspecify.annotations.Nullable;

/** Refuses what is for the evaluation of streams where files are evaluated. */
final class StreamsAlone {

  private StreamsAlone() {}

  /** Adds a line for each option that is given. */
  static void check(EvaluateOptions options, Problems problems) {
    if (RunnerCheck.isTopic(options.getLabels())) {
      problems.add(
          "%s=%s: labels of files are in files; for labels in a topic, name a topic as --input, too"
              .formatted(LabelFilesCheck.OPTION, options.getLabels()));
    }
    refuse("--labelWait", options.getLabelWait(), problems);
    refuse("--predictionWait", options.getPredictionWait(), problems);
    refuse("--windowDuration", options.getWindowDuration(), problems);
    refuse("--startAt", options.getStartAt(), problems);
    refuse("--stopAt", options.getStopAt(), problems);
    refuse("--kafkaProperties", options.getKafkaProperties(), problems);
  }

  private static void refuse(String option, @Nullable String value, Problems problems) {
    if (value != null) {
      problems.add(
          "%s=%s: is for a topic as --input; leave it out, or name one".formatted(option, value));
    }
  }
}
