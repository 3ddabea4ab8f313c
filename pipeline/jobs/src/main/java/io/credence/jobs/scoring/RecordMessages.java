package io.credence.jobs.scoring;

import io.credence.beam.RecordReader;
import io.credence.beam.RecordScorer;
import io.credence.beam.Scoring;
import io.credence.score.Scored;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn.OutputReceiver;

/**
 * How the records of a source become messages. It travels with the job.
 *
 * @param <E> an element of the source
 */
public interface RecordMessages<E> extends Serializable {

  /** Opens a reader, for one thread, that reads {@link Scoring#fields} of records. */
  Reader<E> open(Scoring scoring);

  /**
   * Reads the records of elements.
   *
   * <p>Not thread-safe: it holds one record at a time.
   *
   * @param <E> an element
   */
  interface Reader<E> {

    /** Reads the fields of the record that is being scored. */
    RecordReader<RecordMessage> fields();

    /** Reads other fields of the record that is being scored, apart from {@link #fields}. */
    RecordReader<RecordMessage> beside(List<String> names);

    /** Scores each record of an element, in order, and puts out what it ends as. */
    <O> void score(
        E element,
        RecordScorer<RecordMessage, Scored> scorer,
        RecordScorer.Ending<RecordMessage, Scored, O> ending,
        OutputReceiver<O> out)
        throws IOException;
  }
}
