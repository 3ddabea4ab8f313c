package io.credence.pipeline.kafka;

import org.apache.flink.runtime.throwable.ThrowableAnnotation;
import org.apache.flink.runtime.throwable.ThrowableType;

/**
 * Messages that were to be read are not there any more, and it does not help to try again, which is
 * what the annotation tells Flink. Where there is no Flink, it is not there either.
 */
@ThrowableAnnotation(ThrowableType.NonRecoverableError)
public final class TopicGoneException extends RuntimeException {

  private static final long serialVersionUID = 1;

  TopicGoneException(String message) {
    super(message);
  }
}
