package io.credence.cluster.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.cli.command.Console;
import io.credence.cli.command.ExitCode;
import io.credence.kit.process.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The command within this JVM, where it has not to be started: for what is not itself to be tested
 * as users run it, such as results that others are compared with. It has no Flink.
 */
public final class WarmCredence {

  private WarmCredence() {}

  /** With all that it says, to people and to programs. */
  public static Outcome run(String... arguments) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    ExitCode exit =
        io.credence.cli.Credence.run(List.of(arguments), new Console(stream, stream, false));
    return new Outcome(exit.number(), said.toString(StandardCharsets.UTF_8));
  }

  /** As {@link #run}, of a command that is to end well. */
  public static Outcome succeed(String... arguments) {
    Outcome outcome = run(arguments);
    assertThat(outcome.exitCode()).as(outcome.text()).isZero();
    return outcome;
  }
}
