package io.credence.kit.flink;

import io.credence.kit.process.Checkout;
import io.credence.kit.process.Jvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Flink's conf/config.yaml, and the options for Java that follow from it. Flink's shell scripts,
 * which are not among Maven's jars, would compute these and fill in what is absent.
 */
final class FlinkConfig {

  /** What Flink's own configuration has for Java 17. */
  private static final List<String> MODULES =
      List.of(
          "--add-exports=java.base/sun.net.util=ALL-UNNAMED",
          "--add-exports=java.rmi/sun.rmi.registry=ALL-UNNAMED",
          "--add-exports=java.security.jgss/sun.security.krb5=ALL-UNNAMED",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
          "--add-opens=java.base/java.io=ALL-UNNAMED",
          "--add-opens=java.base/java.net=ALL-UNNAMED",
          "--add-opens=java.base/java.nio=ALL-UNNAMED",
          "--add-opens=java.base/java.text=ALL-UNNAMED",
          "--add-opens=java.base/java.time=ALL-UNNAMED",
          "--add-opens=java.base/java.util=ALL-UNNAMED",
          "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
          "--add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED",
          "--add-opens=java.base/java.util.concurrent.locks=ALL-UNNAMED",
          "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED");

  private final Path folder;
  private final Map<String, String> entries = new TreeMap<>();

  FlinkConfig(Path folder, int slotsEach, Map<String, String> more) throws IOException {
    this.folder = folder;
    network();
    memory();
    storage();
    entries.put("taskmanager.numberOfTaskSlots", Integer.toString(slotsEach));
    // A dead TaskManager is to be noticed in seconds.
    entries.put("heartbeat.interval", "1000");
    entries.put("heartbeat.timeout", "8000");
    // A TaskManager that comes too early would try again after ten seconds.
    entries.put("cluster.registration.error-delay", "500");
    // Metrics as they are now, not as they were ten seconds ago.
    entries.put("metrics.fetcher.update-interval", "500");
    entries.putAll(more);
  }

  /** Nothing is open to others than this machine. Flink takes free ports, and says which. */
  private void network() {
    entries.put("jobmanager.rpc.address", "127.0.0.1");
    entries.put("jobmanager.bind-host", "127.0.0.1");
    entries.put("jobmanager.rpc.port", "0");
    entries.put("rest.address", "localhost");
    entries.put("rest.bind-address", "127.0.0.1");
    entries.put("rest.port", "0");
    entries.put("blob.server.port", "0");
    entries.put("taskmanager.host", "127.0.0.1");
    entries.put("taskmanager.bind-host", "127.0.0.1");
    entries.put("taskmanager.rpc.port", "0");
    entries.put("taskmanager.data.port", "0");
  }

  private void memory() {
    entries.put("jobmanager.memory.heap.size", "384m");
    entries.put("jobmanager.memory.off-heap.size", "128m");
    entries.put("jobmanager.memory.jvm-metaspace.size", "256m");
    entries.put("jobmanager.memory.jvm-overhead.min", "192m");
    entries.put("jobmanager.memory.jvm-overhead.max", "192m");
    entries.put("taskmanager.cpu.cores", "1.0");
    entries.put("taskmanager.memory.framework.heap.size", "128m");
    entries.put("taskmanager.memory.task.heap.size", "512m");
    entries.put("taskmanager.memory.framework.off-heap.size", "128m");
    entries.put("taskmanager.memory.task.off-heap.size", "64m");
    entries.put("taskmanager.memory.managed.size", "128m");
    entries.put("taskmanager.memory.network.min", "64m");
    entries.put("taskmanager.memory.network.max", "64m");
    entries.put("taskmanager.memory.jvm-metaspace.size", "256m");
    entries.put("taskmanager.memory.jvm-overhead.min", "192m");
    entries.put("taskmanager.memory.jvm-overhead.max", "192m");
  }

  private void storage() throws IOException {
    entries.put("state.checkpoints.dir", folder("checkpoints").toUri().toString());
    entries.put("state.savepoints.dir", folder("savepoints").toUri().toString());
    entries.put("io.tmp.dirs", folder("tmp").toString());
    entries.put("web.tmpdir", folder("tmp").toString());
  }

  private Path folder(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name).toAbsolutePath());
  }

  void put(String key, String value) {
    entries.put(key, value);
  }

  /** What Flink calls the configuration is the folder of the file. */
  Path write() throws IOException {
    Path conf = folder("conf");
    StringBuilder yaml = new StringBuilder();
    entries.forEach(
        (key, value) ->
            yaml.append(key).append(": '").append(value.replace("'", "''")).append("'\n"));
    Files.writeString(conf.resolve("config.yaml"), yaml);
    return conf;
  }

  List<String> jobManagerJava() {
    return serverJava(
        megabytes("jobmanager.memory.heap.size"),
        megabytes("jobmanager.memory.off-heap.size"),
        megabytes("jobmanager.memory.jvm-metaspace.size"));
  }

  List<String> taskManagerJava() {
    return serverJava(
        megabytes("taskmanager.memory.framework.heap.size")
            + megabytes("taskmanager.memory.task.heap.size"),
        megabytes("taskmanager.memory.framework.off-heap.size")
            + megabytes("taskmanager.memory.task.off-heap.size")
            + megabytes("taskmanager.memory.network.max"),
        megabytes("taskmanager.memory.jvm-metaspace.size"));
  }

  /** For the client, which is short-lived, and whose output is for people. */
  static List<String> clientJava() {
    return java(
        "-Xmx512m",
        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
        // Warns of YARN, which is not there, with a stack trace.
        "-Dorg.slf4j.simpleLogger.log.org.apache.flink.client.cli.CliFrontend=error");
  }

  private List<String> serverJava(int heap, int direct, int metaspace) {
    return java(
        String.format(Locale.ROOT, "-Xms%dm", heap),
        String.format(Locale.ROOT, "-Xmx%dm", heap),
        String.format(Locale.ROOT, "-XX:MaxDirectMemorySize=%dm", direct),
        String.format(Locale.ROOT, "-XX:MaxMetaspaceSize=%dm", metaspace),
        "-Djava.io.tmpdir=" + entries.get("io.tmp.dirs"),
        "-Dorg.slf4j.simpleLogger.showDateTime=true",
        "-Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS",
        "-Dorg.slf4j.simpleLogger.log.org.apache.pekko=warn");
  }

  private static List<String> java(String... options) {
    List<String> command = new ArrayList<>();
    command.add(Checkout.JAVA.toString());
    command.addAll(Jvm.FOR_SECONDS.options());
    command.addAll(MODULES);
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", Checkout.FLINK + "/*"));
    return command;
  }

  private int megabytes(String key) {
    String size = entries.getOrDefault(key, "");
    if (!size.matches("\\d+[mg]")) {
      throw new IllegalArgumentException(key + ": not a number of m or g: " + size);
    }
    int number = Integer.parseInt(size.substring(0, size.length() - 1));
    return size.endsWith("g") ? 1024 * number : number;
  }
}
