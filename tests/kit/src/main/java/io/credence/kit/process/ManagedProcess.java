package io.credence.kit.process;

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
public final class ManagedProcess implements AutoCloseable {

  /** The shell becomes the process by exec, so that the id that Java knows is the process's own. */
  private static final String WATCHED =
      """
      exec 3<&0 </dev/null
      parent() { ps -o ppid= -p "$1" || cut -d ' ' -f 4 "/proc/$1/stat"; }
      {
        watcher=$BASHPID
        read -r _ <&3
        [ "$(parent "$watcher")" -eq "$$" ] && kill -KILL "$$"
      } >/dev/null 2>&1 &
      exec "$@" 3<&-
      """;

  private static final Duration DEATH = Duration.ofSeconds(10);
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final String name;
  private final Process process;
  private final Path log;

  private ManagedProcess(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /**
   * Starts a process with this one's environment, in its folder.
   *
   * @param name what people call it
   * @param log where it writes what it says, both outputs in one
   */
  public static ManagedProcess start(String name, Path log, List<String> command)
      throws IOException {
    return start(name, log, new ProcessBuilder(command));
  }

  /** Command, environment and folder are those of {@code builder}. */
  public static ManagedProcess start(String name, Path log, ProcessBuilder builder)
      throws IOException {
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

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** SIGKILL, and not back before it is dead. */
  public void kill() {
    process.destroyForcibly();
    awaitExit(DEATH);
  }

  /** SIGTERM, which the process may take its time to obey, or ignore. */
  public void terminate() {
    // Not Process.destroy(), which also closes our end of the pipe, and so has the watcher kill it.
    process.toHandle().destroy();
  }

  /** The exit code; of a process that a signal ended, 128 and the signal's number. */
  public int awaitExit(Duration patience) {
    try {
      if (!process.waitFor(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new KitFailure(
            Eventually.report(
                "Not over within %s s: %s".formatted(patience.toSeconds(), name), List.of(this)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KitFailure("Interrupted while waiting for the end of " + name, e);
    }
    return process.exitValue();
  }

  /** SIGTERM, and SIGKILL after some seconds. Back when it has ended. */
  public void stop() {
    terminate();
    try {
      process.waitFor(GRACE.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    kill();
  }

  /** The processor time that it has taken so far; zero once it has ended. */
  public Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** All that it has said so far. */
  public String text() {
    try {
      return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "(unreadable: " + e + ")";
    }
  }

  public String tail(int lines) {
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
