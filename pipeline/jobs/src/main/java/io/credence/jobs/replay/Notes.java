package io.credence.jobs.replay;

/** Takes lines about things that are worth knowing. */
public interface Notes {
  void add(String line);
}
