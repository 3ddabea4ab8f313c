package io.credence.cluster.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.kit.process.Checkout;
import io.credence.kit.process.ManagedProcess;
import io.credence.kit.process.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The launcher at the repository's root, in whose folder it runs. */
public final class Credence {

  /** Of what runs for seconds, the better compiler takes more than it gives. */
  private static final String QUICK = "-XX:TieredStopAtLevel=1";

  private final Path folder;
  private final Map<String, String> environment;

  /**
   * @param folder for its logs
   */
  public Credence(Path folder) {
    this(folder, Map.of());
  }

  /**
   * @param folder for its logs
   * @param environment what it has besides ours
   */
  public Credence(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = environment;
  }

  public Outcome run(Duration patience, String... arguments) throws IOException {
    try (ManagedProcess process = start(arguments)) {
      return new Outcome(process.awaitExit(patience), process.text());
    }
  }

  /** As {@link #run}, of a command that is to end well. */
  public Outcome succeed(Duration patience, String... arguments) throws IOException {
    Outcome outcome = run(patience, arguments);
    assertThat(outcome.exitCode()).as(outcome.text()).isZero();
    return outcome;
  }

  /** One that is not waited for, such as to be killed. */
  public ManagedProcess start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Checkout.LAUNCHER.toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(Checkout.ROOT.toFile());
    builder.environment().put("CREDENCE_JAVA_OPTS", QUICK);
    builder.environment().putAll(environment);
    return ManagedProcess.start(
        "credence", Files.createTempFile(folder, "credence-", ".log"), builder);
  }
}
