package io.credence.cluster.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.kit.process.Eventually;
import io.credence.kit.process.ManagedProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ManagedProcessIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;

  /** The watcher, which kills what outlives this JVM, does not take a stop for its end. */
  @Test
  void whatIsAskedToEndMayTakeItsTime() throws Exception {
    String slow = "trap 'sleep 0.5; exit 7' TERM; echo ready; while :; do sleep 0.1; done";
    try (ManagedProcess process =
        ManagedProcess.start("slow", folder.resolve("log"), List.of("bash", "-c", slow))) {
      Eventually.get(
          "it can be asked",
          PATIENCE,
          List.of(process),
          () -> Optional.of(process.text()).filter(said -> said.contains("ready")));
      process.terminate();
      assertThat(process.awaitExit(PATIENCE)).isEqualTo(7);
    }
  }
}
