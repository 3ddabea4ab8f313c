package io.credence.messages.avro;

import io.credence.deadletter.UnscorableException;
import java.io.IOException;

/** Finds the schema with which a message was written. */
interface SchemaFinder {

  /**
   * The schema of a message.
   *
   * @throws UnscorableException when there is none
   * @throws IOException when the registry can't be reached
   */
  KnownSchema of(byte[] value) throws UnscorableException, IOException;

  /** Where the record begins in a message. */
  int offset();
}
