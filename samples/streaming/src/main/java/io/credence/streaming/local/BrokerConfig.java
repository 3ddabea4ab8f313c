package io.credence.streaming.local;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;

/** Kafka's server.properties for a broker that is alone, and that no other machine can reach. */
final class BrokerConfig {

  private BrokerConfig() {}

  static Path write(Path folder, int clientPort, int controllerPort) throws IOException {
    Properties entries = new Properties();
    network(entries, clientPort, controllerPort);
    alone(entries);
    entries.put("log.dirs", folder.resolve("data").toString());
    // Of Kafka's own sizes, a full buffer can stop a connection for 200 ms.
    entries.put("socket.receive.buffer.bytes", "-1");
    entries.put("socket.send.buffer.bytes", "-1");
    // Allocated at the start, by default with 128 MB.
    entries.put("log.cleaner.dedupe.buffer.size", "4194304");
    Path file = folder.resolve("server.properties");
    try (Writer writer = Files.newBufferedWriter(file)) {
      entries.store(writer, null);
    }
    return file;
  }

  private static void network(Properties entries, int clientPort, int controllerPort) {
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
  }

  /** Kafka wants three of each by default, and many partitions for its own topics. */
  private static void alone(Properties entries) {
    entries.put("default.replication.factor", "1");
    entries.put("min.insync.replicas", "1");
    entries.put("offsets.topic.replication.factor", "1");
    entries.put("offsets.topic.num.partitions", "2");
    entries.put("transaction.state.log.replication.factor", "1");
    entries.put("transaction.state.log.min.isr", "1");
    entries.put("transaction.state.log.num.partitions", "2");
    // A group is complete with its first member.
    entries.put("group.initial.rebalance.delay.ms", "0");
    entries.put("auto.create.topics.enable", "false");
  }
}
