package io.credence.cli.command;

import io.credence.jobs.runner.RunningJob;
import io.credence.jobs.source.topic.TopicSource;
import io.credence.kafka.TopicCheck;
import io.credence.problem.Problems;
import java.io.IOException;
import java.util.Optional;
import org.apache.beam.sdk.PipelineResult.State;

/**
 * Scores a stream, until its end or until it is stopped.
 *
 * @param <K> where it goes
 */
abstract class TopicScoring<K> implements JobWay {

  private final ReadyJob<TopicSource, K> job;
  private final String resume;
  private final Console console;

  /**
   * @param resume what it does when it is started again
   */
  TopicScoring(ReadyJob<TopicSource, K> job, String resume, Console console) {
    this.job = job;
    this.resume = resume;
    this.console = console;
  }

  final ReadyJob<TopicSource, K> job() {
    return job;
  }

  final Console console() {
    return console;
  }

  /** Whether all messages are scored: a job that was stopped may end like one that is done. */
  abstract boolean isOver(TopicCheck check) throws IOException;

  /** Reports a stream of which all messages are scored. */
  abstract void report(RunningJob running, double seconds) throws IOException;

  @Override
  public final State await(RunningJob running) {
    return StreamWatch.await(running, console);
  }

  @Override
  public final ExitCode end(State state, RunningJob running, double seconds) throws IOException {
    boolean endless = !job.source().range().isBounded();
    Optional<ExitCode> early = StreamEnd.early(state, running, endless, resume, console);
    if (early.isPresent()) {
      return early.get();
    }
    Problems problems = new Problems();
    boolean over = isOver(new TopicCheck(job.source().clients(), problems::add));
    StreamEnd.requireAll(over, problems, resume, console);
    report(running, seconds);
    return ExitCode.DONE;
  }
}
