/**
 * Sends dead letters through again: {@link io.credence.jobs.replay.TopicReplay} those of a topic,
 * {@link io.credence.jobs.replay.FileReplay} those of a batch.
 */
@NullMarked
package io.credence.jobs.replay;

import org.jspecify.annotations.NullMarked;
