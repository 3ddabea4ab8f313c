package io.credence.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Uuid;

/** A Kafka broker as users run it: a process with Kafka's own class path, on this machine only. */
final class KafkaBroker implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path folder;
  private final ReservedPorts ports;
  private final KafkaConfig config;
  private final Map<String, String> clientProperties;
  private int starts;
  private ManagedProcess process;

  private KafkaBroker(Path folder, ReservedPorts ports, Map<String, String> security)
      throws IOException {
    this.folder = folder;
    this.ports = ports;
    this.config = new KafkaConfig(folder, ports.port(0), ports.port(1));
    this.clientProperties = new HashMap<>(security);
    clientProperties.put("bootstrap.servers", bootstrap());
  }

  /**
   * Starts a broker and waits until it serves. Each client that can connect may do all.
   *
   * @param folder what it writes, which is left there
   * @param moreConfig entries of server.properties, besides or instead of the usual ones
   */
  static KafkaBroker start(Path folder, Map<String, String> moreConfig) throws IOException {
    return start(folder, moreConfig, Map.of());
  }

  /**
   * The same with TLS and a password.
   *
   * @param user of letters and digits
   */
  static KafkaBroker startSecure(Path folder, String user, String password) throws IOException {
    Files.createDirectories(folder);
    KafkaSecurity security = KafkaSecurity.create(folder, user, password);
    return start(folder, security.server(), security.client());
  }

  private static KafkaBroker start(
      Path folder, Map<String, String> moreConfig, Map<String, String> security)
      throws IOException {
    if (!Files.isDirectory(Paths.KAFKA)) {
      throw new IllegalStateException("No " + Paths.KAFKA + ", which `./mvnw package` fills");
    }
    ReservedPorts ports = ReservedPorts.reserve();
    try {
      KafkaBroker broker = new KafkaBroker(folder, ports, security);
      broker.config.putAll(moreConfig);
      broker.format();
      broker.serve();
      return broker;
    } catch (Throwable e) {
      ports.close();
      throw e;
    }
  }

  /** The same for as long as this object lives, whatever becomes of the process. */
  String bootstrap() {
    return "127.0.0.1:" + ports.port(0);
  }

  /** All that a client needs: the address, and for a secure broker how to be let in. */
  Map<String, String> clientProperties() {
    return Map.copyOf(clientProperties);
  }

  /** The one that runs, or that ran last. */
  ManagedProcess process() {
    return process;
  }

  /** SIGKILL: nothing is flushed, no client is notified. */
  void kill() {
    process.kill();
  }

  /** After its death, again on the same port and with the same data. */
  void restart() throws IOException {
    if (process.isAlive()) {
      throw new IllegalStateException("It still runs: " + process);
    }
    serve();
  }

  @Override
  public void close() throws IOException {
    process.close();
    ports.close();
  }

  private void format() throws IOException {
    // Kafka's own ids never begin with '-', which the tool would take for an option.
    String clusterId = Uuid.randomUuid().toString();
    try (ManagedProcess tool = run("kafka-format", config.format(config.write(), clusterId))) {
      if (tool.awaitExit(PATIENCE) != 0) {
        throw new AssertionError(Eventually.report("No folder for Kafka's data", List.of(tool)));
      }
    }
  }

  private void serve() throws IOException {
    process = run("kafka-" + starts++, config.server(config.write()));
    try {
      Eventually.await("Kafka serves", PATIENCE, List.of(process), this::serves);
    } catch (Throwable e) {
      process.close();
      throw e;
    }
  }

  /** It says so when its controller has let it in and it accepts connections. */
  private boolean serves() {
    if (!process.isAlive()) {
      throw new AssertionError(Eventually.report("Kafka did not start", List.of(process)));
    }
    return process.text().contains("Kafka Server started");
  }

  private ManagedProcess run(String name, List<String> command) throws IOException {
    return ManagedProcess.start(
        name,
        folder.resolve(name + ".log"),
        new ProcessBuilder(command).directory(folder.toFile()));
  }
}
