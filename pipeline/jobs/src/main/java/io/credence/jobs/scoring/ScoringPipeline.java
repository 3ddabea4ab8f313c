package io.credence.jobs.scoring;

import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PDone;

/**
 * Scores records: a source puts elements into the pipeline, one step scores their records, and a
 * sink takes out what that step hands on.
 *
 * <p>Nothing is shuffled between the three, unless a source or a sink does so itself. So a stream
 * keeps its order, and what a sink takes whole never travels between steps.
 *
 * @param <E> what the step that scores takes
 * @param <R> what it hands on
 */
final class ScoringPipeline<E, R> extends PTransform<PBegin, PDone> {
  private static final long serialVersionUID = 1;

  private final ScoringJob<E, R> job;

  private ScoringPipeline(ScoringJob<E, R> job) {
    this.job = job;
  }

  static <E, R> ScoringPipeline<E, R> of(ScoringJob<E, R> job) {
    return new ScoringPipeline<>(job);
  }

  @Override
  public PDone expand(PBegin begin) {
    job.score(job.source().read(begin));
    return PDone.in(begin.getPipeline());
  }
}
