package io.credence.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.cli.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.parquet.example.data.Group;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that don't reach their end leave nothing that looks whole. */
class FailedRunsTest {

  private final Gauge gauge;

  FailedRunsTest(@TempDir Path folder) {
    gauge = new Gauge(folder);
  }

  @Test
  void tooManyDeadLetters() {
    List<Group> rows = new ArrayList<>(Gauge.rows(8));
    rows.add(Gauge.row(8, null, 1.0, "a"));
    rows.add(Gauge.row(9, 0.0, -1.0, "a"));
    gauge.input("in/a.parquet", rows);
    Run run = gauge.score("--maxDeadLetterShare=0.1");
    assertThat(run.exit()).isEqualTo(ExitCode.TOO_MANY_DEAD_LETTERS);
    String line = "2 of 10 records could not be scored, more than the share of 0.1 that is allowed";
    assertThat(run.err()).containsExactly("The run was given up: " + line);
    assertThat(run.out()).noneMatch(out -> out.startsWith("output "));
    assertThat(gauge.names("out")).containsExactly("_failed.json", "dead-letters");
    assertThat(gauge.letters("out/dead-letters/_failed")).hasSize(2);
    assertThat(run.out())
        .contains("dead letters in            " + gauge.path("out/dead-letters/_failed"));
    assertThat(gauge.json("out/_failed.json").get("complete").booleanValue()).isFalse();
    assertThat(gauge.json("out/_failed.json").get("failure").textValue()).isEqualTo(line);

    gauge.score("--maxDeadLetterShare=0.2", "--overwrite").done();
    assertThat(gauge.letters("out/dead-letters/_failed")).isEmpty();
    assertThat(gauge.names("out"))
        .containsExactly("_manifest.json", "dead-letters", "part-00000-of-00001.parquet");
  }

  @Test
  void asManyDeadLettersAsAreAllowed() {
    List<Group> rows = new ArrayList<>(Gauge.rows(71));
    for (int id = 71; id < 100; id++) {
      rows.add(Gauge.row(id, null, 1.0, "a"));
    }
    gauge.input("in/a.parquet", rows);
    // In double precision, 0.29 * 100 is below 29.
    gauge.score("--maxDeadLetterShare=0.29", "--numSamples=1").done();
    assertThat(gauge.score("--maxDeadLetterShare=0.28", "--numSamples=1", "--overwrite").exit())
        .isEqualTo(ExitCode.TOO_MANY_DEAD_LETTERS);
  }

  @Test
  void oldResultsStayUntilNewOnesAreWhole() throws IOException {
    gauge.input("in/a.parquet", Gauge.rows(300));
    gauge.score().done();
    List<Path> old = gauge.files("out", "");
    List<byte[]> before = bytes(old);
    damage(gauge.path("in/a.parquet"));
    gauge.score("--overwrite").failure();
    assertThat(gauge.files("out", "")).isEqualTo(old);
    assertThat(bytes(old)).usingRecursiveComparison().isEqualTo(before);

    gauge.input("in/a.parquet", List.of(Gauge.row(8, null, 1.0, "a")));
    assertThat(gauge.score("--overwrite", "--maxDeadLetterShare=0").exit())
        .isEqualTo(ExitCode.TOO_MANY_DEAD_LETTERS);
    assertThat(bytes(old)).usingRecursiveComparison().isEqualTo(before);
    assertThat(gauge.letters("out/dead-letters")).isEmpty();
    assertThat(gauge.letters("out/dead-letters/_failed")).hasSize(1);
  }

  private static List<byte[]> bytes(List<Path> files) throws IOException {
    List<byte[]> bytes = new ArrayList<>();
    for (Path file : files) {
      bytes.add(Files.readAllBytes(file));
    }
    return bytes;
  }

  private static void damage(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 0; i < 40; i++) {
      bytes[bytes.length / 3 + i] ^= 0x55;
    }
    Files.write(file, bytes);
  }

  @Test
  void aDamagedPageInAFineFile() throws IOException {
    gauge.input("in/a.parquet", Gauge.rows(300));
    Path damaged = gauge.input("in/b.parquet", Gauge.rows(300));
    damage(damaged);
    assertThat(gauge.score().failure())
        .startsWith("The job failed: " + damaged + ": row ")
        .contains(" cannot be read: ");
    assertThat(gauge.names("out")).isEmpty();
  }

  @Test
  void aDiskThatIsFull() throws Exception {
    Path small = Files.createDirectories(gauge.path("small"));
    Assumptions.assumeTrue(mounted(small), "no permission to mount a small disk");
    try {
      gauge.input("in/a.parquet", Gauge.rows(4_000));
      String line = gauge.score("--output=" + small.resolve("out"), "--emitSamples").failure();
      assertThat(line)
          .startsWith("The job failed: " + small.resolve("out"))
          .endsWith(": can't be written: No space left on device");
      assertThat(gauge.names("small/out")).isEmpty();
    } finally {
      assertThat(run("umount", small.toString())).isZero();
    }
  }

  private static boolean mounted(Path folder) throws Exception {
    return run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder.toString()) == 0;
  }

  private static int run(String... command) throws Exception {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(20, TimeUnit.SECONDS) ? process.exitValue() : -1;
    } catch (IOException e) {
      return -1; // There is no such command on this machine.
    }
  }
}
