/**
 * Scores the messages of a topic into files of a folder: those that arrive within a window of time
 * become a file. Start at {@link io.credence.jobs.topictofiles.WindowPipeline}.
 *
 * <p>How far the topic is in files is written down in the folder itself, in one step with which
 * files they are ({@link io.credence.jobs.topictofiles.FolderProgress}), and it is from there that
 * reading goes on after whatever happened. So what is in files is there once, however the job ended
 * and wherever it is started again; no checkpoint holds messages, and none is needed for it.
 */
@NullMarked
package io.credence.jobs.topictofiles;

import org.jspecify.annotations.NullMarked;
