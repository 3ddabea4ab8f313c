package io.credence.cli.command;

import io.credence.cli.options.ScoreOptions;
import io.credence.jobs.scoring.Delivery;
import io.credence.kafka.ClientSettings;
import io.credence.kafka.OffsetPoint;
import io.credence.kafka.TopicLocation;
import io.credence.problem.Problems;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What options say of a stream into a folder, each by itself in order.
 *
 * @param start where in the topic to begin
 * @param stop where to end; null for no end
 * @param window how long messages are put into the same file
 * @param shards how many files of a window there are, at most
 */
record TopicToFolderRequest(
    TopicLocation input,
    OffsetPoint start,
    @Nullable OffsetPoint stop,
    Duration window,
    int shards,
    ClientSettings clients) {

  private static final String USUAL_WINDOW = "1m";
  private static final int MOST_SHARDS = 1_000;

  /**
   * Reads options.
   *
   * @param problems receives a line for each fault
   * @return null when one can't be read
   */
  static @Nullable TopicToFolderRequest of(ScoreOptions options, Problems problems) {
    TopicOptions topics = new TopicOptions("score", problems);
    TopicLocation input = topics.topic("--input", options.getInput());
    topics.requireJson("--input", input, options.getInput());
    // Files hold each message once, whichever is asked for.
    topics.parse("--delivery", options.getDelivery(), Delivery::parse);
    String startAt = Objects.requireNonNullElse(options.getStartAt(), TopicOptions.COMMITTED);
    OffsetPoint start = topics.parse("--startAt", startAt, OffsetPoint::start);
    String stopAt = options.getStopAt();
    OffsetPoint stop = stopAt == null ? null : topics.parse("--stopAt", stopAt, OffsetPoint::stop);
    String length = Objects.requireNonNullElse(options.getWindowDuration(), USUAL_WINDOW);
    Duration window = topics.parse("--windowDuration", length, WindowLength::parse);
    int shards = Objects.requireNonNullElse(options.getNumShards(), 1);
    if (shards < 1 || shards > MOST_SHARDS) {
      problems.add(
          String.format(Locale.ROOT, "--numShards=%d: must be from 1 to %d", shards, MOST_SHARDS));
    }
    ClientSettings clients = topics.clients(options.getKafkaProperties());
    return input == null || start == null || window == null
        ? null
        : new TopicToFolderRequest(input, start, stop, window, shards, clients);
  }
}
