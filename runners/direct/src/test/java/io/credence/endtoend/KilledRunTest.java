package io.credence.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.cli.Credence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed in the middle of its work. */
class KilledRunTest {

  private static final String TEMPORARY = ".credence-temp-";
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  private final Gauge gauge;

  KilledRunTest(@TempDir Path folder) {
    gauge = new Gauge(folder);
  }

  @Test
  void leavesNothingThatLooksWhole() throws Exception {
    gauge.input("in/a.parquet", Gauge.rows(20_000));
    Process process = start(gauge.arguments("--numSamples=20000"));
    try {
      await(process);
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(gauge.names("out")).allMatch(name -> name.startsWith(TEMPORARY)).isNotEmpty();

    gauge
        .score()
        .refused(
            "--output=%s: holds files of a run that was interrupted, or is not over yet; --overwrite removes them"
                .formatted(gauge.path("out")));
    gauge.score("--overwrite", "--numSamples=1").done();
    assertThat(gauge.names("out")).containsExactly("_manifest.json", "part-00000-of-00001.parquet");
    assertThat(gauge.scored("out")).hasSize(20_000);
  }

  @Test
  void leavesOldResultsWhole() throws Exception {
    gauge.input("in/a.parquet", Gauge.rows(20_000));
    gauge.score("--numSamples=1").done();
    Process process = start(gauge.arguments("--numSamples=20000", "--overwrite"));
    try {
      await(process);
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(gauge.json("out/_manifest.json").get("complete").booleanValue()).isTrue();
    assertThat(gauge.scored("out")).hasSize(20_000);

    gauge.score("--overwrite", "--numSamples=1").done();
    assertThat(gauge.names("out")).containsExactly("_manifest.json", "part-00000-of-00001.parquet");
  }

  private static Process start(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", classPath(), Credence.class.getName()));
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Surefire starts this JVM with another one, of which the child would find nothing. */
  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  /** Waits until results are being written. */
  private void await(Process process) throws Exception {
    long deadline = System.nanoTime() + PATIENCE;
    while (!writing()) {
      assertThat(process.isAlive()).as("still at work").isTrue();
      assertThat(System.nanoTime()).as("out of patience").isLessThan(deadline);
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  private boolean writing() throws IOException {
    for (Path temporary : gauge.files("out", "")) {
      if (!String.valueOf(temporary.getFileName()).startsWith(TEMPORARY)) {
        continue; // Results of before.
      }
      if (!Files.isDirectory(temporary)) {
        continue; // What says that the run is alive.
      }
      try (Stream<Path> files = Files.list(temporary)) {
        if (files.anyMatch(file -> file.toString().endsWith(".parquet"))) {
          return true;
        }
      } catch (java.nio.file.NoSuchFileException e) {
        return false; // The check before the job has tidied up.
      }
    }
    return false;
  }
}
