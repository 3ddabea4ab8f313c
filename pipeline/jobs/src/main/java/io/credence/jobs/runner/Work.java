package io.credence.jobs.runner;

/**
 * What a runner must know of a job before there is one.
 *
 * @param bounded whether it ends by itself: records come from files, not from a topic
 * @param transactional whether messages are written in transactions, which are better long
 * @param writesMessages whether results go to a topic, and not into files
 */
public record Work(boolean bounded, boolean transactional, boolean writesMessages) {

  /** Files into files. */
  public static final Work BATCH = new Work(true, false, false);
}
