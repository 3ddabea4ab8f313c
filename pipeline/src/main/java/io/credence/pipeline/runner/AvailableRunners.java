package io.credence.pipeline.runner;

/** The runners on the class path. */
final class AvailableRunners {

  private static final String DIRECT = "org.apache.beam.runners.direct.DirectRunner";

  private AvailableRunners() {}

  /** The one that is meant when none is named: Beam's own choice, and Flink in a jar for Flink. */
  static String usual() {
    try {
      Class.forName(DIRECT, false, AvailableRunners.class.getClassLoader());
      return "DirectRunner";
    } catch (ClassNotFoundException e) {
      return "FlinkRunner";
    }
  }
}
