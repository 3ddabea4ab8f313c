package io.credence.jobs.late;

import io.credence.beam.Evaluating;
import java.io.Closeable;
import java.io.IOException;
import java.io.Serializable;

/** Where figures go, whenever they have changed: the last ones of a window hold. */
public interface FiguresSink extends Serializable {

  /** Where that is, for messages. */
  String place();

  /** Opens a writer, for one thread. */
  FiguresWriter open(Evaluating evaluating, LateTerms terms);

  /** Writes figures. Not thread-safe. */
  interface FiguresWriter extends Closeable {

    /** Takes figures, which replace those of the same window and part. */
    void write(Figures figures) throws IOException;

    /** Returns when all that was taken is written; to be called before a bundle ends. */
    default void flush() throws IOException {}

    @Override
    default void close() throws IOException {}
  }
}
