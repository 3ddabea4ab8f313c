package io.credence.jobs.scoring;

import java.io.IOException;
import org.apache.beam.sdk.transforms.DoFn.OutputReceiver;

/**
 * Scores the records of one element after another, for a sink.
 *
 * <p>Not thread-safe: it owns a {@link io.credence.beam.RecordScorer}.
 *
 * @param <E> an element
 * @param <R> what the sink makes of its records
 */
@FunctionalInterface
public interface ElementScorer<E, R> {

  /**
   * Scores an element.
   *
   * @throws IOException when records can't be read, or results not be written: the bundle fails
   */
  void score(E element, OutputReceiver<R> out) throws IOException;
}
