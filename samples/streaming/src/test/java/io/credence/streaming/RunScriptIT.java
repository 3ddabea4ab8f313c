package io.credence.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.kit.process.ManagedProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The one command, as a user runs it. */
@Timeout(300)
class RunScriptIT {

  private static final Path SCRIPT = Path.of("run.sh").toAbsolutePath();

  @Test
  void everyFlightComesOut(@TempDir Path folder) throws Exception {
    Path log = folder.resolve("log");
    List<String> command = List.of(SCRIPT.toString(), "--rate=200", "--seconds=5");
    try (ManagedProcess run = ManagedProcess.start("run.sh", log, command)) {
      int exitCode = run.awaitExit(Duration.ofMinutes(4));
      assertThat(exitCode).as(run.text()).isZero();
      assertThat(run.text().lines())
          .anyMatch(line -> line.matches("sent +1,001"))
          .anyMatch(line -> line.matches("missing +0"))
          .anyMatch(line -> line.matches(" +UA  dep_delay .* 95 % \\[.*\\]"));
    }
  }

  @Test
  void aWrongRequestIsOneLine(@TempDir Path folder) throws Exception {
    Path log = folder.resolve("log");
    List<String> command = List.of(SCRIPT.toString(), "--rate=0");
    try (ManagedProcess run = ManagedProcess.start("run.sh", log, command)) {
      assertThat(run.awaitExit(Duration.ofMinutes(4))).isEqualTo(2);
      assertThat(run.text().lines()).containsExactly("--rate=0: must be between 1 and 1,000,000");
    }
  }
}
