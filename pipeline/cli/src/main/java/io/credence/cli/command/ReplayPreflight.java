package io.credence.cli.command;

import io.credence.cli.options.ReplayOptions;
import io.credence.deadletter.DeadLetterCode;
import io.credence.jobs.replay.DeadLetterFiles;
import io.credence.jobs.replay.ReplayTo;
import io.credence.kafka.ClientSettings;
import io.credence.kafka.TopicCheck;
import io.credence.kafka.TopicDescription;
import io.credence.kafka.TopicLocation;
import io.credence.problem.Problems;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks everything about a replay that can be checked before it starts. */
final class ReplayPreflight {

  private static final String COMMAND = "replay";
  private static final String DEAD_LETTERS = "--deadLetters";
  private static final String OUTPUT = "--output";
  private static final String EARLIEST = "earliest";
  private static final List<String> STARTS = List.of("committed", EARLIEST);

  private final ReplayOptions options;
  private final Problems problems;
  private final TopicOptions topics;

  private ReplayPreflight(ReplayOptions options, Problems problems) {
    this.options = options;
    this.problems = problems;
    this.topics = new TopicOptions(COMMAND, problems);
  }

  /**
   * Checks a request.
   *
   * @param problems receives a line for each fault
   * @return what is to be done; null when there is a fault
   */
  static @Nullable ReplayPlan check(ReplayOptions options, Problems problems) {
    ReplayPlan plan = new ReplayPreflight(options, problems).check();
    return problems.isEmpty() ? plan : null;
  }

  private @Nullable ReplayPlan check() {
    Set<String> codes = codes();
    checkStart();
    ClientSettings clients = topics.clients(options.getKafkaProperties());
    TopicLocation output = topics.topicOfBytes(OUTPUT, options.getOutput());
    String letters = Required.option(COMMAND, DEAD_LETTERS, options.getDeadLetters(), problems);
    ReplayTo to = output == null ? null : new ReplayTo(output, codes, clients, options.getDryRun());
    if (letters == null) {
      return null;
    }
    return TopicLocation.isMeant(letters) ? ofTopic(letters, to) : ofFiles(letters, to);
  }

  private Set<String> codes() {
    Set<String> valid =
        Arrays.stream(DeadLetterCode.values())
            .map(Enum::name)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    for (String code : options.getCodes()) {
      if (!valid.contains(code)) {
        problems.add(
            "--codes: there is no code '%s'; there are: %s"
                .formatted(code, String.join(", ", valid)));
      }
    }
    return Set.copyOf(options.getCodes());
  }

  private void checkStart() {
    if (!STARTS.contains(options.getStartAt())) {
      problems.add("--startAt=%s: must be committed or earliest".formatted(options.getStartAt()));
    }
  }

  private @Nullable ReplayPlan ofTopic(String location, @Nullable ReplayTo to) {
    TopicLocation letters = topics.topicOfBytes(DEAD_LETTERS, location);
    if (letters == null || to == null) {
      return null;
    }
    if (problems.isEmpty()) {
      TopicCheck check = new TopicCheck(to.clients(), problems::add);
      checkTopics(
          letters, check.check(DEAD_LETTERS, letters), to, check.check(OUTPUT, to.output()));
    }
    return new ReplayPlan.OfTopic(letters, options.getStartAt().equals(EARLIEST), to);
  }

  private void checkTopics(
      TopicLocation letters,
      @Nullable TopicDescription from,
      ReplayTo to,
      @Nullable TopicDescription output) {
    if (from == null || output == null) {
      return;
    }
    if (!from.cluster().equals(output.cluster())) {
      problems.add(
          "--output=%s: must be in the same cluster as %s: no transaction spans two"
              .formatted(to.output(), letters));
    } else if (from.isSameAs(output)) {
      problems.add("--output=%s: must be another topic than %s".formatted(to.output(), letters));
    }
  }

  private @Nullable ReplayPlan ofFiles(String location, @Nullable ReplayTo to) {
    if (options.getStartAt().equals(EARLIEST)) {
      problems.add("--startAt=earliest: is for topics; files are always sent from their beginning");
    }
    DeadLetterFiles files = files(location);
    if (files == null || to == null) {
      return null;
    }
    if (problems.isEmpty()) {
      new TopicCheck(to.clients(), problems::add).check(OUTPUT, to.output());
    }
    return new ReplayPlan.OfFiles(files, to);
  }

  private @Nullable DeadLetterFiles files(String location) {
    try {
      DeadLetterFiles files = DeadLetterFiles.at(Locations.absolute(location));
      if (files.isEmpty()) {
        problems.add(
            "--deadLetters=%s: there are no files of dead letters, *.jsonl".formatted(location));
      }
      problems.addAll(files.problems());
      return files;
    } catch (IOException | IllegalArgumentException e) {
      problems.add("--deadLetters=%s: can't be read: %s".formatted(location, Failures.line(e)));
      return null;
    }
  }
}
