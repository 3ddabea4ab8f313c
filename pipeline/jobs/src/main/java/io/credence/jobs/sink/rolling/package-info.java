/**
 * Messages of a topic become rows of files: those that arrive within a window of time are in one
 * file. Start at {@link io.credence.jobs.sink.rolling.RollingSink}.
 *
 * <p>How far the topic is in files is written down in the folder itself, in one step with which
 * files they are ({@link io.credence.jobs.sink.rolling.FolderCheckpoint}), and it is from there
 * that reading goes on after whatever happened. So what is in files is there once, however the job
 * ended and wherever it is started again; no checkpoint of a runner holds messages, and none is
 * needed for it.
 */
@NullMarked
package io.credence.jobs.sink.rolling;

import org.jspecify.annotations.NullMarked;
