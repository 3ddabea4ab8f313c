package io.credence.pipeline.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What nobody thought of gives a line, and the trace to those who ask for it. */
class GuardedTest {

  private static final ByteArrayOutputStream ERR = new ByteArrayOutputStream();

  @AfterEach
  void noTraces() {
    System.clearProperty(Failures.DEBUG_PROPERTY);
    ERR.reset();
  }

  private static List<String> lines(Throwable failure) {
    PrintStream err = new PrintStream(ERR, true, StandardCharsets.UTF_8);
    Command command =
        (arguments, console) -> {
          if (failure instanceof Error error) {
            throw error;
          }
          throw (RuntimeException) failure;
        };
    ExitCode exit = new Guarded(command).run(List.of(), new Console(err, err, false));
    assertThat(exit).isEqualTo(ExitCode.JOB_FAILED);
    return ERR.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void anException() {
    assertThat(lines(new IllegalStateException("no way")))
        .containsExactly("Credence failed: IllegalStateException: no way");
  }

  @Test
  void aStackThatIsFull() {
    assertThat(lines(new StackOverflowError()))
        .containsExactly("Credence failed: StackOverflowError");
  }

  @Test
  void memoryThatIsFull() {
    assertThat(lines(new OutOfMemoryError("Java heap space")))
        .containsExactly("Credence failed: OutOfMemoryError: Java heap space");
  }

  @Test
  void theTraceForThoseWhoAskForIt() {
    System.setProperty(Failures.DEBUG_PROPERTY, "true");
    assertThat(lines(new IllegalStateException("no way")))
        .hasSizeGreaterThan(2)
        .startsWith(
            "Credence failed: IllegalStateException: no way",
            "java.lang.IllegalStateException: no way");
  }
}
