package io.credence.kit.flink;

import io.credence.kit.process.ManagedProcess;
import io.credence.kit.process.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a Flink installation has as bin/flink. */
public final class FlinkCli {

  private final FlinkCluster cluster;
  private final Path folder;
  private final Map<String, String> environment;

  /**
   * A client with our own environment.
   *
   * @param folder for its logs
   */
  public FlinkCli(FlinkCluster cluster, Path folder) {
    this(cluster, folder, Map.of());
  }

  /**
   * A client that has more in its environment.
   *
   * @param folder for its logs
   * @param environment what it has besides ours
   */
  public FlinkCli(FlinkCluster cluster, Path folder, Map<String, String> environment) {
    this.cluster = cluster;
    this.folder = folder;
    this.environment = environment;
  }

  /** Submits the job of a jar and waits for its end. */
  public Outcome run(Duration patience, int parallelism, Path jar, String... arguments)
      throws IOException {
    List<String> all = new ArrayList<>();
    all.addAll(List.of("-p", Integer.toString(parallelism), jar.toAbsolutePath().toString()));
    all.addAll(List.of(arguments));
    return call(patience, "run", all.toArray(String[]::new));
  }

  /** Any action: list, stop, savepoint and so on. */
  public Outcome call(Duration patience, String action, String... arguments) throws IOException {
    try (ManagedProcess process = start(action, arguments)) {
      return new Outcome(process.awaitExit(patience), process.text());
    }
  }

  /** One that is not waited for. */
  public ManagedProcess start(String action, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(FlinkConfig.clientJava());
    command.addAll(
        List.of("org.apache.flink.client.cli.CliFrontend", action, "-m", cluster.address()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("FLINK_CONF_DIR", cluster.conf().toString());
    builder.environment().putAll(environment);
    return ManagedProcess.start(
        "flink " + action, Files.createTempFile(folder, "flink-" + action + "-", ".log"), builder);
  }
}
