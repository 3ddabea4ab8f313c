package io.credence.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * A process that says what it says to a file, and that dies with this JVM, however this one dies.
 *
 * <p>No shutdown hook runs after SIGKILL, but the kernel closes our end of a pipe. At the other end
 * waits a watcher, a child of the process, and kills its parent then. The check that it still has
 * this parent is for a process that has ended by itself: by then another may have its id.
 */
final class ManagedProcess implements AutoCloseable {

  /** The shell becomes the process by exec, so that the id that Java knows is the process's own. */
  private static final String WATCHED =
      """
      exec 3<&0 </dev/null
      command -v ps >/dev/null || { echo "ps is missing"; exit 127; }
      {
        watcher=$BASHPID
        read -r _ <&3
        [ "$(ps -o ppid= -p "$watcher")" -eq "$$" ] && kill -KILL "$$"
      } >/dev/null 2>&1 &
      exec "$@" 3<&-
      """;

  private static final Duration DEATH = Duration.ofSeconds(10);

  private final String name;
  private final Process process;
  private final Path log;

  private ManagedProcess(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /** Command, environment and folder are those of {@code builder}. */
  static ManagedProcess start(String name, Path log, ProcessBuilder builder) throws IOException {
    List<String> command = new ArrayList<>(List.of("bash", "-c", WATCHED, "bash"));
    command.addAll(builder.command());
    Process process =
        builder
            .command(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()))
            .start();
    return new ManagedProcess(name, process, log);
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** SIGKILL, and not back before it is dead. */
  void kill() {
    process.destroyForcibly();
    awaitExit(DEATH);
  }

  /** SIGTERM, which the process may take its time to obey, or ignore. */
  void terminate() {
    process.destroy();
  }

  /** The exit code; of a process that a signal ended, 128 and the signal's number. */
  int awaitExit(Duration patience) {
    try {
      if (!process.waitFor(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new AssertionError(
            Eventually.report(
                "Not over within %s s: %s".formatted(patience.toSeconds(), name), List.of(this)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted while waiting for the end of " + name, e);
    }
    return process.exitValue();
  }

  /** All that it has said so far. */
  String text() {
    try {
      return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "(unreadable: " + e + ")";
    }
  }

  String tail(int lines) {
    List<String> all = text().lines().toList();
    return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
  }

  @Override
  public void close() {
    kill();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s, process %d, %s",
        name,
        pid(),
        isAlive() ? "alive" : "ended with " + process.exitValue());
  }
}
