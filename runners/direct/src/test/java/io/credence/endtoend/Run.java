package io.credence.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.cli.Credence;
import io.credence.cli.command.Console;
import io.credence.cli.command.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A command that was run, and all that its user saw.
 *
 * @param exit how it ended
 * @param out the lines of its results
 * @param err the lines of its complaints
 */
record Run(ExitCode exit, List<String> out, List<String> err) {

  static Run of(List<String> arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    ExitCode exit =
        Credence.run(
            arguments,
            new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false));
    return new Run(exit, lines(out), lines(err));
  }

  static Run of(String... arguments) {
    return of(List.of(arguments));
  }

  private static List<String> lines(ByteArrayOutputStream text) {
    return text.toString(StandardCharsets.UTF_8).lines().toList();
  }

  /** Nothing but the result, and nothing to complain of. */
  Run done() {
    assertThat(err).isEmpty();
    assertThat(exit).isEqualTo(ExitCode.DONE);
    return this;
  }

  /** Refused before anything was done, with exactly these lines. */
  void refused(String... lines) {
    assertThat(err).containsExactly(lines);
    assertThat(exit).isEqualTo(ExitCode.WRONG_REQUEST);
    assertThat(out).isEmpty();
  }

  /** Failed, with exactly one line. */
  String failure() {
    assertThat(exit).isEqualTo(ExitCode.JOB_FAILED);
    assertThat(err).hasSize(1);
    return err.get(0);
  }
}
