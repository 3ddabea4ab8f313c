package io.credence.kit.kafka;

import io.credence.kit.process.Checkout;
import io.credence.kit.process.Jvm;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Kafka's server.properties, and the commands that start its programs. */
final class KafkaConfig {

  private final Path folder;
  private final Jvm jvm;
  private final Properties entries = new Properties();

  /**
   * @param clientPort where clients connect
   * @param controllerPort where the broker connects to itself
   */
  KafkaConfig(Path folder, int clientPort, int controllerPort, Jvm jvm) throws IOException {
    this.jvm = jvm;
    this.folder = Files.createDirectories(folder.toAbsolutePath());
    Files.createDirectories(this.folder.resolve("tmp"));
    network(clientPort, controllerPort);
    onlyBroker();
    storage();
    if (jvm == Jvm.FOR_SECONDS) {
      returnsSoon();
    }
    // A group is complete with its first member, as far as one machine goes.
    entries.put("group.initial.rebalance.delay.ms", "0");
    entries.put("auto.create.topics.enable", "false");
  }

  /** Nothing is open to others than this machine. */
  private void network(int clientPort, int controllerPort) {
    entries.put("node.id", "1");
    entries.put("process.roles", "broker,controller");
    entries.put(
        "listeners",
        String.format(
            Locale.ROOT,
            "CLIENT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d",
            clientPort,
            controllerPort));
    entries.put("listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    entries.put("inter.broker.listener.name", "CLIENT");
    entries.put("controller.listener.names", "CONTROLLER");
    entries.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    // Of Kafka's own sizes, a full buffer can stop a connection for 200 ms.
    entries.put("socket.receive.buffer.bytes", "-1");
    entries.put("socket.send.buffer.bytes", "-1");
  }

  private void returnsSoon() {
    // After a kill the controller waits for the end of the dead broker's session before it lets in
    // the next one, which asks again after ever longer pauses: with the usual 9 s this takes 13.
    entries.put("broker.session.timeout.ms", "2500");
    entries.put("broker.heartbeat.interval.ms", "500");
  }

  /** Kafka wants three of each by default, and many partitions for its own topics. */
  private void onlyBroker() {
    entries.put("default.replication.factor", "1");
    entries.put("min.insync.replicas", "1");
    entries.put("offsets.topic.replication.factor", "1");
    entries.put("offsets.topic.num.partitions", "2");
    entries.put("transaction.state.log.replication.factor", "1");
    entries.put("transaction.state.log.min.isr", "1");
    entries.put("transaction.state.log.num.partitions", "2");
  }

  private void storage() {
    entries.put("log.dirs", folder.resolve("data").toString());
    // Records of tests may have any timestamp, and those of last year would be deleted.
    entries.put("log.retention.ms", "-1");
    entries.put("log.message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));
    // Allocated at the start, by default with 128 MB.
    entries.put("log.cleaner.dedupe.buffer.size", "4194304");
  }

  void putAll(Map<String, String> more) {
    entries.putAll(more);
  }

  Path write() throws IOException {
    Path file = folder.resolve("server.properties");
    try (Writer writer = Files.newBufferedWriter(file)) {
      entries.store(writer, null);
    }
    return file;
  }

  /** Prepares an empty folder of data. */
  List<String> format(Path config, String clusterId) {
    List<String> command =
        java(
            "kafka.tools.StorageTool",
            Jvm.FOR_SECONDS,
            "-Xmx128m",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
    command.addAll(List.of("format", "-t", clusterId, "-c", config.toString()));
    return command;
  }

  List<String> server(Path config) {
    List<String> command =
        java(
            "kafka.Kafka",
            jvm,
            "-Xms256m",
            "-Xmx512m",
            "-Dorg.slf4j.simpleLogger.showDateTime=true",
            "-Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS",
            // Each of these lists the whole configuration, more than once.
            "-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaConfig=warn",
            "-Dorg.slf4j.simpleLogger.log.org.apache.kafka.common.config=warn");
    command.add(config.toString());
    return command;
  }

  private List<String> java(String program, Jvm jvm, String... options) {
    List<String> command = new ArrayList<>();
    command.add(Checkout.JAVA.toString());
    command.addAll(jvm.options());
    command.addAll(List.of(options));
    // Where codecs unpack their native libraries, which remain after a kill.
    command.add("-Djava.io.tmpdir=" + folder.resolve("tmp"));
    command.addAll(List.of("-cp", Checkout.KAFKA + "/*", program));
    return command;
  }
}
