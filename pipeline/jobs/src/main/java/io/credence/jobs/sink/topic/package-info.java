/** Records become messages of a topic. Start at {@link io.credence.jobs.sink.topic.TopicSink}. */
@NullMarked
package io.credence.jobs.sink.topic;

import org.jspecify.annotations.NullMarked;
