package io.credence.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.registry.store.LocalRegistryStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Processes at one log, which are killed at any moment. */
@Timeout(120)
class KilledProcessesTest {

  private static final int PROCESSES = Integer.getInteger("credence.processes", 3);

  private static final int KILLS = Integer.getInteger("credence.kills", 3);

  private final Path folder;
  private final Registry registry;

  KilledProcessesTest(@TempDir Path folder) {
    this.folder = folder.resolve("registry");
    this.registry = new Registry(new LocalRegistryStore(this.folder), Clock.systemUTC());
  }

  @BeforeEach
  void register(@TempDir Path models) throws Exception {
    for (String version : List.of("1.0.0", "2.0.0")) {
      registry.register(Models.version(models, version), Map.of(), new Author("test", null));
    }
  }

  @Test
  void leaveALogThatReads() throws Exception {
    int before = 2;
    for (int kill = 0; kill < KILLS; kill++) {
      List<Process> processes = start(Integer.MAX_VALUE);
      while (events() < before + 20 * (kill + 1)) {
        TimeUnit.MILLISECONDS.sleep(7);
      }
      for (Process process : processes) {
        process.destroyForcibly().waitFor();
      }
      assertThat(registry.verify(Models.NAME).problems()).isEmpty();
      before = events();
    }
  }

  @Test
  void writeEachEventOfTheirsOnce() throws Exception {
    int times = 10;
    for (Process process : start(times)) {
      assertThat(process.waitFor()).isZero();
    }
    assertThat(registry.verify(Models.NAME).problems()).isEmpty();
    assertThat(events()).isEqualTo(2 + PROCESSES * times);
    assertThat(registry.history(Models.NAME).aliases())
        .hasSize(PROCESSES)
        .allSatisfy(alias -> assertThat(alias.versions()).hasSize(times));
  }

  private int events() throws IOException {
    return registry.history(Models.NAME).events().size();
  }

  private List<Process> start(int times) throws IOException {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < PROCESSES; i++) {
      processes.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Promoter.class.getName(),
                  folder.toString(),
                  "alias-" + i,
                  Integer.toString(times))
              .inheritIO()
              .start());
    }
    return processes;
  }
}
