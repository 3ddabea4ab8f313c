package io.credence.server;

import io.credence.kafka.ClientSettings;
import io.credence.kafka.TopicCheck;
import io.credence.kafka.TopicLocation;
import io.credence.server.feedback.LabelFolder;
import io.credence.server.feedback.LabelStore;
import io.credence.server.feedback.LabelTopic;
import io.credence.server.options.ServeOption;
import io.credence.server.options.ServeOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Opens the place where labels are kept, and reports all faults of its options. */
final class FeedbackOptions {

  private final ServeOptions options;
  private final List<String> problems;
  private final Clock clock;

  FeedbackOptions(ServeOptions options, List<String> problems, Clock clock) {
    this.options = options;
    this.problems = problems;
    this.clock = clock;
  }

  /** Null when no labels are taken, or when there is a fault. */
  @Nullable LabelStore store() {
    Optional<String> place = options.text(ServeOption.FEEDBACK);
    Optional<String> settings = options.text(ServeOption.KAFKA_PROPERTIES);
    boolean isTopic = place.filter(TopicLocation::isMeant).isPresent();
    if (settings.isPresent() && !isTopic) {
      problems.add(
          "--kafkaProperties=%s: is for --feedback=kafka://HOST:PORT/TOPIC alone; leave it out"
              .formatted(settings.get()));
    }
    if (place.isEmpty()) {
      return null;
    }
    return isTopic ? topic(place.get(), settings.orElse(null)) : folder(place.get());
  }

  private @Nullable LabelStore folder(String place) {
    if (Location.isUri(place)) {
      problems.add(
          "--feedback=%s: must be a local folder, or kafka://HOST:PORT[,HOST:PORT]/TOPIC"
              .formatted(place));
      return null;
    }
    try {
      return LabelFolder.in(Path.of(place), clock);
    } catch (IOException e) {
      problems.add("--feedback=%s: %s".formatted(place, FileFailures.line(e)));
      return null;
    }
  }

  private @Nullable LabelStore topic(String place, @Nullable String file) {
    ClientSettings clients = new ClientSettings(file);
    TopicLocation topic = location(place);
    if (!isRead(clients, file) || topic == null) {
      return null;
    }
    if (new TopicCheck(clients, problems::add).check("--feedback", topic) == null) {
      return null;
    }
    try {
      return LabelTopic.open(topic, clients);
    } catch (KafkaException e) {
      problems.add("--kafkaProperties=%s: %s".formatted(file, innermost(e).getMessage()));
      return null;
    }
  }

  private @Nullable TopicLocation location(String place) {
    try {
      TopicLocation topic = TopicLocation.parse(place);
      if (TopicLocation.query(place) == null) {
        return topic;
      }
      problems.add(
          "--feedback=%s: labels are JSON; leave out what follows the '?'".formatted(topic));
    } catch (IllegalArgumentException e) {
      problems.add("--feedback=%s: %s".formatted(place, e.getMessage()));
    }
    return null;
  }

  private boolean isRead(ClientSettings clients, @Nullable String file) {
    try {
      List<String> refused = clients.refused();
      for (String name : refused) {
        problems.add(
            "--kafkaProperties=%s: has %s, which is not for a file to set; leave it out"
                .formatted(file, name));
      }
      return refused.isEmpty();
    } catch (IOException | IllegalArgumentException e) {
      problems.add("--kafkaProperties=%s: can't be read: %s".formatted(file, FileFailures.line(e)));
      return false;
    }
  }

  private static Throwable innermost(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
