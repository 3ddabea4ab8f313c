package io.credence.kafka;

import java.util.ServiceLoader;

/**
 * Messages that were to be read are not there any more, and it does not help to try again.
 *
 * <p>A runner that can be told not to try again brings a {@link Kind} by way of {@code
 * META-INF/services}.
 */
public class TopicGoneException extends RuntimeException {

  private static final long serialVersionUID = 1;

  protected TopicGoneException(String message) {
    super(message);
  }

  /** Makes the exception that a runner takes for the end of a job. */
  public interface Kind {

    /** An exception that says this. */
    TopicGoneException of(String message);
  }

  static TopicGoneException of(String message) {
    return ServiceLoader.load(Kind.class, Kind.class.getClassLoader())
        .findFirst()
        .map(kind -> kind.of(message))
        .orElseGet(() -> new TopicGoneException(message));
  }
}
