package io.credence.kit.process;

import java.util.List;

/** How long a program of Java is to run, which decides what compiles it. */
public enum Jvm {
  /** Of what runs for seconds, the better compiler takes more than it gives. */
  FOR_SECONDS,

  /** As users run it. */
  FOR_LONG;

  public List<String> options() {
    return switch (this) {
      case FOR_SECONDS -> List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
      case FOR_LONG -> List.of("-XX:+UseG1GC");
    };
  }
}
