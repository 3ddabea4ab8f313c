package io.credence.streaming.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;

/** A Kafka broker as users run it, but alone and on 127.0.0.1: a process with Kafka's own jars. */
public final class LocalBroker implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String bootstrap;
  private final ChildProcess process;

  private LocalBroker(String bootstrap, ChildProcess process) {
    this.bootstrap = bootstrap;
    this.process = process;
  }

  /**
   * Starts a broker, and waits until it serves.
   *
   * @param folder for its data and logs, of which the caller tidies up; it must exist
   * @param port where clients connect; 0 for any that is free
   * @throws IOException when it does not start; the message says why
   */
  public static LocalBroker start(Installation installation, Path folder, int port)
      throws IOException, InterruptedException {
    if (!Files.isDirectory(installation.kafka())) {
      throw new IOException("No " + installation.kafka() + ", which `./mvnw package` fills");
    }
    int clientPort = FreePorts.find(port);
    Path config = BrokerConfig.write(folder, clientPort, FreePorts.find(0));
    format(installation, folder, config);
    ChildProcess process =
        ChildProcess.start(
            "Kafka", folder.resolve("kafka.log"), server(installation, folder, config));
    try {
      awaitStart(process);
    } catch (Throwable e) {
      process.close();
      throw e;
    }
    return new LocalBroker("127.0.0.1:" + clientPort, process);
  }

  private static void format(Installation installation, Path folder, Path config)
      throws IOException, InterruptedException {
    List<String> command =
        java(
            installation,
            folder,
            "kafka.tools.StorageTool",
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m"));
    // Kafka's own ids never begin with '-', which the tool would take for an option.
    command.addAll(List.of("format", "-t", Uuid.randomUuid().toString(), "-c", config.toString()));
    try (ChildProcess tool =
        ChildProcess.start("Kafka's StorageTool", folder.resolve("format.log"), command)) {
      if (tool.awaitExit(PATIENCE) != 0) {
        throw tool.failure("failed");
      }
    }
  }

  private static List<String> server(Installation installation, Path folder, Path config) {
    List<String> command =
        java(installation, folder, "kafka.Kafka", List.of("-XX:+UseG1GC", "-Xms256m", "-Xmx512m"));
    command.add(config.toString());
    return command;
  }

  private static List<String> java(
      Installation installation, Path folder, String program, List<String> options) {
    List<String> all = new ArrayList<>(options);
    // Where codecs unpack their native libraries.
    all.add("-Djava.io.tmpdir=" + folder);
    return installation.java(installation.kafka() + "/*", program, all);
  }

  /** It says so when its controller has let it in and it accepts connections. */
  private static void awaitStart(ChildProcess process) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!process.text().contains("Kafka Server started")) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw process.failure("did not start");
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  /** Where clients connect, such as {@code 127.0.0.1:19092}. */
  public String bootstrap() {
    return bootstrap;
  }

  /** A topic of it, as options of Credence name it. */
  public String location(String topic) {
    return "kafka://" + bootstrap + "/" + topic;
  }

  public ChildProcess process() {
    return process;
  }

  /** Creates topics, by name with their numbers of partitions. */
  public void create(Map<String, Integer> topics) throws IOException, InterruptedException {
    List<NewTopic> created = new ArrayList<>();
    short replicas = 1;
    topics.forEach((topic, partitions) -> created.add(new NewTopic(topic, partitions, replicas)));
    try (Admin admin = admin()) {
      await(admin.createTopics(created).all());
    }
  }

  /** Deletes topics. */
  public void delete(Collection<String> topics) throws IOException, InterruptedException {
    try (Admin admin = admin()) {
      await(admin.deleteTopics(topics).all());
    }
  }

  private Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", bootstrap));
  }

  private static void await(KafkaFuture<?> answer) throws IOException, InterruptedException {
    try {
      answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("Kafka did not do it: " + e, e);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
