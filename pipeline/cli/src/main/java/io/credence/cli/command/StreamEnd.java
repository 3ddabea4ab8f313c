package io.credence.cli.command;

import io.credence.cli.report.StopReport;
import io.credence.jobs.runner.RunningJob;
import io.credence.jobs.runner.Stop;
import io.credence.problem.Problems;
import java.util.Optional;
import org.apache.beam.sdk.PipelineResult.State;

/** Says how a stream ended that had not come to an end of its own. */
final class StreamEnd {

  private StreamEnd() {}

  /**
   * Looks at a stream that is over.
   *
   * @param endless whether it has no end of its own
   * @param resume what it does when it is started again
   * @return its exit code; empty when it has read all that it was to read, as far as its state says
   */
  static Optional<ExitCode> early(
      State state, RunningJob running, boolean endless, String resume, Console console) {
    Optional<Stop> stop = state == State.DONE ? running.stop(endless) : Optional.empty();
    if (stop.isPresent()) {
      console.report(new StopReport(stop.get().savepoint()));
      return Optional.of(ExitCode.DONE);
    }
    if (state == State.CANCELLED) {
      console.problem("The job was cancelled; " + resume);
    } else if (state != State.DONE) {
      console.problem(
          "The job ended as %s before it had read all messages; %s".formatted(state, resume));
    } else if (endless) {
      console.problem("The job ended, though its stream has no end; " + resume);
    } else {
      return Optional.empty();
    }
    return Optional.of(ExitCode.JOB_FAILED);
  }

  /**
   * Says that all is scored.
   *
   * @param over whether it is, by what the sink knows: a job that was stopped may end like one that
   *     is done
   * @param problems why that could not be asked
   * @throws IllegalStateException when it is not, or could not be asked
   */
  static void requireAll(boolean over, Problems problems, String resume, Console console) {
    require(problems);
    if (!over) {
      throw new IllegalStateException("it ended before it had read all messages; " + resume);
    }
    console.err().println("All messages up to --stopAt are scored");
  }

  /**
   * Requires that a question could be asked.
   *
   * @throws IllegalStateException with all problems, when there are any
   */
  static void require(Problems problems) {
    if (!problems.isEmpty()) {
      throw new IllegalStateException(problems.toString());
    }
  }
}
