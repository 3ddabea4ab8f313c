package io.credence.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.apache.beam.sdk.Pipeline.PipelineExecutionException;
import org.apache.beam.sdk.util.UserCodeException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.runtime.JobException;
import org.apache.flink.runtime.client.JobExecutionException;
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
  void whatFlinkWrapped() {
    IOException full = new IOException("part: can't be written: No space left on device");
    JobException noMore = new JobException("Recovery is suppressed", UserCodeException.wrap(full));
    JobExecutionException failed = new JobExecutionException(new JobID(), noMore);
    assertThat(Failures.line(new RuntimeException("Pipeline execution failed", failed)))
        .isEqualTo("part: can't be written: No space left on device");
    assertThat(Failures.line(new JobException("no slots"))).isEqualTo("JobException: no slots");
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
