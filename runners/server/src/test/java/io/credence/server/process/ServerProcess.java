package io.credence.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that has started in a JVM of its own, with the classes of this one. */
final class ServerProcess implements AutoCloseable {

  private static final Pattern LISTENS = Pattern.compile("Listens at http://[^:]+:(\\d+)");
  private static final long PATIENCE_SECONDS = 60;

  private final Process process;
  private final Path log;
  private final int port;

  private ServerProcess(Process process, Path log) throws IOException, InterruptedException {
    this.process = process;
    this.log = log;
    Matcher listens = LISTENS.matcher(text());
    while (!listens.find()) {
      assertThat(process.isAlive()).as(text()).isTrue();
      TimeUnit.MILLISECONDS.sleep(20);
      listens = LISTENS.matcher(text());
    }
    this.port = Integer.parseInt(listens.group(1));
  }

  /**
   * Starts one at a port that is free.
   *
   * @param log where it writes what it says
   * @param heap of Java, such as {@code 64m}
   */
  static ServerProcess start(Path log, String heap, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + heap, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("io.credence.server.Serve", "serve", "--port=0"));
    command.addAll(List.of(options));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    return new ServerProcess(process, log);
  }

  int port() {
    return port;
  }

  /** All that it has said so far. */
  String text() throws IOException {
    return Files.readString(log);
  }

  /** Sends a signal, such as {@code HUP}. */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  /** Its exit code; of a process that a signal ended, 128 and the signal's number. */
  int exitCode() throws InterruptedException {
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
