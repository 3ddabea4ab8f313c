/**
 * Sends dead letters through again: {@link io.credence.pipeline.replay.TopicReplay} those of a
 * topic, {@link io.credence.pipeline.replay.FileReplay} those of a batch.
 */
@NullMarked
package io.credence.pipeline.replay;

import org.jspecify.annotations.NullMarked;
