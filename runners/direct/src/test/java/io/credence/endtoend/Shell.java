package io.credence.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A shell in the folder of the checkout, where the launcher is. */
final class Shell {

  static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  private Shell() {}

  /** What a command has printed, to either stream, and how it has ended. */
  record Result(int exitCode, String text) {}

  static Result run(String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("bash", "-c", command)
            .directory(ROOT.toFile())
            .redirectErrorStream(true)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return new Result(process.exitValue(), text);
  }
}
