package io.credence.kit.kafka;

import io.credence.kit.process.Checkout;
import io.credence.kit.process.Eventually;
import io.credence.kit.process.Jvm;
import io.credence.kit.process.KitFailure;
import io.credence.kit.process.ManagedProcess;
import io.credence.kit.process.ReservedPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;

/** A Kafka broker as users run it: a process with Kafka's own class path, on this machine only. */
public final class KafkaBroker implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path folder;
  private final ReservedPorts ports;
  private final KafkaConfig config;
  private final String bootstrap;
  private final Map<String, String> clientProperties;
  private int starts;
  private ManagedProcess process;
  private @Nullable KafkaTopics topics;

  /** Starts it, too. */
  private KafkaBroker(
      Path folder,
      ReservedPorts ports,
      KafkaConfig config,
      int clientPort,
      Map<String, String> security)
      throws IOException {
    this.folder = folder;
    this.ports = ports;
    this.config = config;
    this.bootstrap = "127.0.0.1:" + clientPort;
    this.clientProperties = new HashMap<>(security);
    clientProperties.put("bootstrap.servers", bootstrap);
    format(folder, config);
    this.process = serve(folder, config, starts++);
  }

  /**
   * Starts a broker for seconds and waits until it serves. Each client that can connect may do all.
   * It may be killed and started again.
   *
   * @param folder what it writes, which is left there
   * @param moreConfig entries of server.properties, besides or instead of the usual ones
   */
  public static KafkaBroker start(Path folder, Map<String, String> moreConfig) throws IOException {
    return start(folder, moreConfig, Map.of());
  }

  /**
   * The same with TLS and a password.
   *
   * @param user of letters and digits
   */
  public static KafkaBroker startSecure(Path folder, String user, String password)
      throws IOException {
    Files.createDirectories(folder);
    KafkaSecurity security = KafkaSecurity.create(folder, user, password);
    return start(folder, security.server(), security.client());
  }

  private static KafkaBroker start(
      Path folder, Map<String, String> moreConfig, Map<String, String> security)
      throws IOException {
    return start(folder, 0, Jvm.FOR_SECONDS, moreConfig, security);
  }

  /**
   * Starts a broker as users run it for long, and waits until it serves.
   *
   * @param folder what it writes, which is left there
   * @param port where clients connect; 0 for any that is free
   * @throws IOException when the port is in use
   */
  public static KafkaBroker startForLong(Path folder, int port) throws IOException {
    return start(folder, port, Jvm.FOR_LONG, Map.of(), Map.of());
  }

  private static KafkaBroker start(
      Path folder, int port, Jvm jvm, Map<String, String> moreConfig, Map<String, String> security)
      throws IOException {
    if (!Files.isDirectory(Checkout.KAFKA)) {
      throw new IOException("No " + Checkout.KAFKA + ", which `./mvnw package` fills");
    }
    if (port != 0) {
      ReservedPorts.requireFree(port);
    }
    ReservedPorts ports = ReservedPorts.reserve();
    try {
      int clientPort = port == 0 ? ports.port(0) : port;
      KafkaConfig config = new KafkaConfig(folder, clientPort, ports.port(1), jvm);
      config.putAll(moreConfig);
      return new KafkaBroker(folder, ports, config, clientPort, security);
    } catch (Throwable e) {
      ports.close();
      throw e;
    }
  }

  /** The same for as long as this object lives, whatever becomes of the process. */
  public String bootstrap() {
    return bootstrap;
  }

  /** A topic of it, as options of Credence name it. */
  public String location(String topic) {
    return "kafka://" + bootstrap + "/" + topic;
  }

  /** All that a client needs: the address, and for a secure broker how to be let in. */
  public Map<String, String> clientProperties() {
    return Map.copyOf(clientProperties);
  }

  /** Its topics, through a client that is closed with this. */
  public synchronized KafkaTopics topics() {
    if (topics == null) {
      topics = new KafkaTopics(clientProperties);
    }
    return topics;
  }

  /** What is in its topics. */
  public KafkaRecords records() {
    return new KafkaRecords(clientProperties);
  }

  /** The one that runs, or that ran last. */
  public ManagedProcess process() {
    return process;
  }

  /** SIGKILL: nothing is flushed, no client is notified. */
  public void kill() {
    process.kill();
  }

  /** After its death, again on the same port and with the same data. */
  public void restart() throws IOException {
    if (process.isAlive()) {
      throw new IllegalStateException("It still runs: " + process);
    }
    process = serve(folder, config, starts++);
  }

  @Override
  public synchronized void close() {
    if (topics != null) {
      topics.close();
    }
    process.close();
    ports.close();
  }

  private static void format(Path folder, KafkaConfig config) throws IOException {
    // Kafka's own ids never begin with '-', which the tool would take for an option.
    String clusterId = Uuid.randomUuid().toString();
    List<String> command = config.format(config.write(), clusterId);
    try (ManagedProcess tool = run(folder, "kafka-format", command)) {
      if (tool.awaitExit(PATIENCE) != 0) {
        throw new KitFailure(Eventually.report("No folder for Kafka's data", List.of(tool)));
      }
    }
  }

  private static ManagedProcess serve(Path folder, KafkaConfig config, int number)
      throws IOException {
    ManagedProcess process = run(folder, "kafka-" + number, config.server(config.write()));
    try {
      Eventually.await("Kafka serves", PATIENCE, List.of(process), () -> serves(process));
      return process;
    } catch (Throwable e) {
      process.close();
      throw e;
    }
  }

  /** It says so when its controller has let it in and it accepts connections. */
  private static boolean serves(ManagedProcess process) {
    if (!process.isAlive()) {
      throw new KitFailure(Eventually.report("Kafka did not start", List.of(process)));
    }
    return process.text().contains("Kafka Server started");
  }

  private static ManagedProcess run(Path folder, String name, List<String> command)
      throws IOException {
    return ManagedProcess.start(
        name,
        folder.resolve(name + ".log"),
        new ProcessBuilder(command).directory(folder.toFile()));
  }
}
