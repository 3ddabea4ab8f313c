package io.credence.pipeline.runner;

/** The runners on the class path. */
final class AvailableRunners {

  private AvailableRunners() {}

  static boolean hasDirect() {
    return has("org.apache.beam.runners.direct.DirectRunner");
  }

  static boolean hasFlink() {
    return has("org.apache.beam.runners.flink.FlinkRunner");
  }

  private static boolean has(String name) {
    try {
      Class.forName(name, false, AvailableRunners.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
