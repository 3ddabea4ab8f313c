package io.credence.kafka;

import org.apache.kafka.common.KafkaException;

/** What is known of exceptions of Kafka's clients. */
public final class KafkaFailures {

  private KafkaFailures() {}

  /** Whether an exception only says that something failed in a client, and its cause says what. */
  public static boolean isWrapper(Throwable failure) {
    return failure.getClass() == KafkaException.class;
  }
}
