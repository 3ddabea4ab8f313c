package io.credence.beam;

import io.credence.predict.FieldReader;
import io.credence.score.Scored;
import java.io.Serializable;
import java.util.List;

/**
 * Something that looks on while records are scored, such as a monitor. It is attached to a {@link
 * Scoring}, and so to every way in which records are scored. It travels with the job.
 */
public interface Attachment extends Serializable {

  /** The fields that it reads of a record, beside those that the model reads or among them. */
  List<String> fields();

  /**
   * Begins to observe, once for each thread that scores.
   *
   * @param reader reads {@link #fields}, by position, of the record that is being observed
   */
  <T> RecordObserver<T, Scored> open(FieldReader<T> reader);
}
