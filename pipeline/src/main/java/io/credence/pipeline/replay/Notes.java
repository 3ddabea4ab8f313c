package io.credence.pipeline.replay;

/** Takes lines about things that are worth knowing. */
public interface Notes {
  void add(String line);
}
