package io.credence.cluster.kit;

import io.credence.kit.flink.FlinkCluster;
import io.credence.kit.process.ManagedProcess;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A JVM that has a cluster and is killed with it. */
final class ClusterHolder {

  private ClusterHolder() {}

  public static void main(String[] arguments) throws Exception {
    try (FlinkCluster cluster = FlinkCluster.start(Path.of(arguments[0]), 1, 1, Map.of())) {
      for (ManagedProcess process : cluster.processes()) {
        System.out.println("process " + process.pid());
      }
      System.out.println("ready");
      TimeUnit.MINUTES.sleep(5);
    }
  }
}
