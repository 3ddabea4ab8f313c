package io.credence.jobs.scoring;

import io.credence.beam.Scoring;
import io.credence.beam.ScoringMetrics;
import java.io.Serializable;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.values.PCollection;

/**
 * Where records go with their scores, or as dead letters. It travels with the job.
 *
 * @param <E> what it takes of a source
 * @param <R> what is handed from the step that scores to those that write
 */
public interface Sink<E, R> extends Serializable {

  /** What records become, for the name of the pipeline: files, messages. */
  String contents();

  /** Opens what scores elements, for one thread. */
  ElementScorer<E, R> open(Scoring scoring, ScoringMetrics metrics);

  /** How results travel. */
  Coder<R> coder();

  /** Takes results out of a pipeline. The names of its steps belong to what savepoints fit. */
  void write(PCollection<R> results, Scoring scoring);
}
