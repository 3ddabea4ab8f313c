package io.credence.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.jobs.runner.RunningJob;
import io.credence.jobs.runner.Stop;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.beam.sdk.PipelineResult.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A stream that is stopped on purpose has not failed; one that ends in another way has. */
class StreamEndTest {

  private static final String RESUME = "it goes on";

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Console console = new Console(said, said, false);

  /** A job that is over. */
  private record Over(State state, @Nullable Stop stopped) implements RunningJob {

    @Override
    public State await() {
      return state;
    }

    @Override
    public State await(Duration patience) {
      return state;
    }

    @Override
    public boolean isOver() {
      return true;
    }

    @Override
    public double shareDone(long records) {
      return 1;
    }

    @Override
    public Optional<Stop> stop(boolean endless) {
      return Optional.ofNullable(stopped);
    }

    @Override
    public Map<String, Long> counters() {
      return Map.of();
    }
  }

  private Optional<ExitCode> early(State state, @Nullable Stop stop, boolean endless) {
    return StreamEnd.early(state, new Over(state, stop), endless, RESUME, console);
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8).strip();
  }

  @Test
  void stoppedWithASavepoint() {
    assertThat(early(State.DONE, new Stop("file:/savepoints/1"), true)).contains(ExitCode.DONE);
    assertThat(said()).isEqualTo("The job was stopped with the savepoint file:/savepoints/1");
    assertThat(console.problems()).isEmpty();
  }

  @Test
  void stoppedBeforeTheEndOfWhatItWasToRead() {
    assertThat(early(State.DONE, new Stop("file:/savepoints/1"), false)).contains(ExitCode.DONE);
  }

  @Test
  void stoppedWithASavepointThatIsNotKnown() {
    assertThat(early(State.DONE, new Stop(null), true)).contains(ExitCode.DONE);
    assertThat(said()).startsWith("The job was stopped with a savepoint; ");
  }

  @Test
  void cancelled() {
    assertThat(early(State.CANCELLED, new Stop("x"), true)).contains(ExitCode.JOB_FAILED);
    assertThat(console.problems()).containsExactly("The job was cancelled; it goes on");
  }

  @Test
  void ended() {
    assertThat(early(State.DONE, null, false)).isEmpty();
    assertThat(early(State.DONE, null, true)).contains(ExitCode.JOB_FAILED);
    assertThat(early(State.UNKNOWN, null, false)).contains(ExitCode.JOB_FAILED);
    assertThat(console.problems())
        .containsExactly(
            "The job ended, though its stream has no end; it goes on",
            "The job ended as UNKNOWN before it had read all messages; it goes on");
  }
}
