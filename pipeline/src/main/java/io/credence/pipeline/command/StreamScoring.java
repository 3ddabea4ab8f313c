package io.credence.pipeline.command;

import io.credence.pipeline.kafka.TopicCheck;
import io.credence.pipeline.options.ScoreOptions;
import io.credence.pipeline.runner.Runner;
import io.credence.pipeline.runner.RunningJob;
import io.credence.pipeline.stream.Delivery;
import io.credence.pipeline.stream.StreamJob;
import io.credence.pipeline.stream.StreamPipeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult.State;

/** Scores a stream, until its end or until it is stopped. */
final class StreamScoring {

  private static final Duration LOOK = Duration.ofSeconds(2);

  private final StreamJob job;
  private final Console console;

  private StreamScoring(StreamJob job, Console console) {
    this.job = job;
    this.console = console;
  }

  static ExitCode run(ScoreOptions options, Runner runner, Console console) {
    StreamPreflight.Result checked = StreamPreflight.check(options, runner);
    StreamJob job = checked.job();
    if (job == null) {
      console.problems(checked.problems());
      return ExitCode.WRONG_REQUEST;
    }
    ScoreCommand.nameAfter(job.model(), options);
    checked.notes().forEach(console.err()::println);
    runner.whereabouts(options).ifPresent(console.err()::println);
    return new StreamScoring(job, console).run(options, runner);
  }

  private ExitCode run(ScoreOptions options, Runner runner) {
    console
        .err()
        .printf(
            "Scoring %s with %s %s into %s, %s, for the consumer group %s; dead letters go to %s%n",
            job.input(),
            job.model().name(),
            job.model().version(),
            job.output(),
            job.delivery(),
            job.group(),
            job.deadLetters());
    try {
      if (options.getStartAt() != null && job.delivery() == Delivery.EXACTLY_ONCE) {
        begin();
      }
      Pipeline pipeline = Pipeline.create(options);
      pipeline.apply("Score messages", StreamPipeline.of(job));
      State state = await(runner.start(pipeline));
      return runner.leavesJob() ? ExitCode.DONE : over(state);
    } catch (RuntimeException e) {
      Failures.report("The job failed: ", e, console);
      return ExitCode.JOB_FAILED;
    }
  }

  /** What the group has committed is not written again, unless that is what was asked for. */
  private void begin() {
    List<String> problems = new ArrayList<>();
    new TopicCheck(job.clients(), problems).begin("--input", job.input(), job.group(), job.range());
    require(problems);
  }

  /** Tells of each restart: whoever waits for messages wants to know why they don't come. */
  private State await(RunningJob running) {
    long told = 0;
    while (true) {
      State state = running.await(LOOK);
      if (state != null) {
        return state;
      }
      SortedMap<Long, String> failures = running.failures().tailMap(told + 1);
      failures.values().forEach(why -> console.err().println("The job was restarted: " + why));
      told = failures.isEmpty() ? told : failures.lastKey();
    }
  }

  private ExitCode over(State state) {
    if (!job.range().isBounded()) {
      console.err().println("The stream has come to an end, as it does when somebody stops it");
      return ExitCode.JOB_FAILED;
    }
    List<String> problems = new ArrayList<>();
    boolean complete =
        new TopicCheck(job.clients(), problems)
            .isOver("--input", job.input(), job.group(), job.range());
    require(problems);
    if (state != State.DONE || !complete) {
      throw new IllegalStateException(
          "it ended as %s before it had read all messages; started again, it goes on from what the group has committed"
              .formatted(state));
    }
    console.err().println("All messages up to --stopAt are scored");
    return ExitCode.DONE;
  }

  private static void require(List<String> problems) {
    if (!problems.isEmpty()) {
      throw new IllegalStateException(String.join("; ", problems));
    }
  }
}
