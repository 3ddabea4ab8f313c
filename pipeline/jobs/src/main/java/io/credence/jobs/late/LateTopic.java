package io.credence.jobs.late;

import io.credence.jobs.source.topic.TopicSource;
import io.credence.messages.MessageFormat;
import java.io.Serializable;

/**
 * A topic of predictions or of labels.
 *
 * @param source its messages
 * @param format how they are read
 */
public record LateTopic(TopicSource source, MessageFormat format) implements Serializable {}
