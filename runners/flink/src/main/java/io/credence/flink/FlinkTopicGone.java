package io.credence.flink;

import io.credence.kafka.TopicGoneException;
import org.apache.flink.runtime.throwable.ThrowableAnnotation;
import org.apache.flink.runtime.throwable.ThrowableType;

/** Tells Flink to end a job whose topic is gone, in place of starting it again and again. */
public final class FlinkTopicGone implements TopicGoneException.Kind {

  @Override
  public TopicGoneException of(String message) {
    return new Final(message);
  }

  @ThrowableAnnotation(ThrowableType.NonRecoverableError)
  private static final class Final extends TopicGoneException {

    private static final long serialVersionUID = 1;

    Final(String message) {
      super(message);
    }
  }
}
