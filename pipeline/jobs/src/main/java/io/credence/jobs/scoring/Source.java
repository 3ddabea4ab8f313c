package io.credence.jobs.scoring;

import java.io.Serializable;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/**
 * Where records come from. It travels with the job.
 *
 * @param <E> an element of the pipeline: one record, or many
 */
public interface Source<E> extends Serializable {

  /** What its records are called, for the name of the pipeline: files, messages. */
  String contents();

  /** The name of the step that scores its elements. */
  String scoringStep();

  /**
   * Whether an element is many records, whose counts are then handed over after each element, so
   * that progress can be seen while a bundle goes on.
   */
  boolean groupsRecords();

  /** Puts the elements into a pipeline. The names of its steps belong to what savepoints fit. */
  PCollection<E> read(PBegin begin);
}
