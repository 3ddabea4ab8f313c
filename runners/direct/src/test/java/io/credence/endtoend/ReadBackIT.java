package io.credence.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.credence.cli.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * pandas, pyarrow, Polars, DuckDB and dask read what was scored from files of theirs. Their
 * packages are fetched once, into this module's target folder. Skipped, and said so, where there is
 * no Python, or no way to its packages.
 */
class ReadBackIT {

  private static final Path SCRIPTS = Path.of("../../tests/python").toAbsolutePath().normalize();
  private static final Path REQUIREMENTS = SCRIPTS.resolve("requirements.txt");
  private static final Path ENVIRONMENT = Path.of("target/python").toAbsolutePath();
  private static final Path PYTHON = ENVIRONMENT.resolve("bin/python");

  /** A file, since who reads from a pipe waits for as long as it is open. */
  private static final Path SAID = Path.of("target/python-said.txt").toAbsolutePath();

  private static final long PATIENCE_MINUTES = 5;

  private static final String MODEL =
      """
      credence: 1
      name: line
      version: 1.0.0
      posterior: posterior.nc
      features:
        z: {type: double}
      target: y
      predict: z + scale
      """;

  private final Path folder;

  ReadBackIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeAll
  static void fetchPackages() throws Exception {
    Path fetched = ENVIRONMENT.resolve("fetched");
    if (Files.exists(fetched) && Files.mismatch(fetched, REQUIREMENTS) < 0) {
      return;
    }
    List<String> install = new ArrayList<>(List.of(PYTHON.toString(), "-m", "pip", "install"));
    // Most of their thousands of modules are never imported, so they are compiled when they are.
    install.addAll(List.of("--quiet", "--no-compile", "--disable-pip-version-check"));
    install.add("--only-binary=:all:");
    install.addAll(List.of("--requirement", REQUIREMENTS.toString()));
    try {
      run(List.of("python3", "-m", "venv", "--clear", ENVIRONMENT.toString()));
      run(install);
    } catch (IOException | AssertionError e) {
      abort("what other tools read is not tested here: " + e.getMessage());
    }
    Files.copy(REQUIREMENTS, fetched);
  }

  @Test
  void otherToolsReadTheirColumnsBack() throws Exception {
    Path model = new Gauge(folder).path("model");
    Files.writeString(model.resolve("model.yaml"), MODEL);
    script("make");
    try (Stream<Path> inputs = Files.list(folder.resolve("in"))) {
      inputs.forEach(input -> score(model, input));
    }
    System.out.print(script("check"));
  }

  private void score(Path model, Path input) {
    Run run =
        Run.of(
            "score",
            "--model=" + model,
            "--input=" + input,
            "--output=" + folder.resolve("out").resolve(input.getFileName()),
            "--numSamples=20",
            "--bins=0");
    assertThat(run.exit()).as(run.err().toString()).isEqualTo(ExitCode.DONE);
  }

  private String script(String command) throws Exception {
    return run(
        List.of(
            PYTHON.toString(),
            SCRIPTS.resolve("read_back.py").toString(),
            command,
            folder.toString()));
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(SAID.toFile()).start();
    try {
      boolean over = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
      String said = Files.readString(SAID);
      assertThat(over).as("%s ends within %s min; %s", command, PATIENCE_MINUTES, said).isTrue();
      assertThat(process.exitValue()).as("%s: %s", command, said).isZero();
      return said;
    } finally {
      process.destroyForcibly();
    }
  }
}
