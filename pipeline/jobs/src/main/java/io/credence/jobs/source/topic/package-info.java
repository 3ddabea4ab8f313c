/** Records of a topic. Start at {@link io.credence.jobs.source.topic.TopicSource}. */
@NullMarked
package io.credence.jobs.source.topic;

import org.jspecify.annotations.NullMarked;
