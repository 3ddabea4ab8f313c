package io.credence.pipeline.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.apache.beam.sdk.Pipeline.PipelineExecutionException;
import org.apache.beam.sdk.util.UserCodeException;
import org.junit.jupiter.api.Test;

/** One line for whatever failed. */
class FailuresTest {

  @Test
  void whatBeamWrapped() {
    IOException full = new IOException("part: can't be written: No space left on device");
    assertThat(Failures.line(new PipelineExecutionException(UserCodeException.wrap(full))))
        .isEqualTo("part: can't be written: No space left on device");
    assertThat(
            Failures.line(
                new PipelineExecutionException(
                    UserCodeException.wrap(new RuntimeException(new UncheckedIOException(full))))))
        .isEqualTo("part: can't be written: No space left on device");
  }

  @Test
  void exceptionsThatOnlyNameAFile() {
    assertThat(Failures.line(new NoSuchFileException("/a")))
        .isEqualTo("/a: no such file or folder");
    assertThat(Failures.line(new AccessDeniedException("/a"))).isEqualTo("/a: permission denied");
    assertThat(Failures.line(new FileSystemException("/a", null, "Is a directory")))
        .isEqualTo("/a: Is a directory");
  }

  @Test
  void aBugIsNamedByItsException() {
    assertThat(Failures.line(new PipelineExecutionException(new IllegalStateException("no\nway"))))
        .isEqualTo("IllegalStateException: no way");
    assertThat(Failures.line(new NullPointerException())).isEqualTo("NullPointerException");
  }
}
