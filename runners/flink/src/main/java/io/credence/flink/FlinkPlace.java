package io.credence.flink;

import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Where Flink is, as seen from this program. */
enum FlinkPlace {
  /** Within this JVM. */
  EMBEDDED,
  /** Around this program: {@code flink run}, a jar on a JobManager, or a cluster for this job. */
  AROUND,
  /** A cluster somewhere else, to which the job is sent. */
  REMOTE;

  static FlinkPlace of(String master) {
    if (isAround()) {
      return AROUND;
    }
    return master.equals(FlinkSetup.EMBEDDED) || master.equals(FlinkSetup.AUTO) ? EMBEDDED : REMOTE;
  }

  static boolean isAround() {
    return !StreamExecutionEnvironment.areExplicitEnvironmentsAllowed();
  }
}
