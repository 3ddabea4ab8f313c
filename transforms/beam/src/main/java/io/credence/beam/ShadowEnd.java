package io.credence.beam;

import io.credence.deadletter.UnscorableException;
import io.credence.rollout.Compared;
import java.io.IOException;
import java.util.List;

/**
 * Where it ends what a {@link Shadow} says of records. What is thrown here fails the bundle, as
 * where scores end: a comparison that can't be written is missing.
 *
 * @param <T> the type of a record
 */
public interface ShadowEnd<T> {

  /**
   * A reader for the challenger alone: what it can't decode, the champion may not even read.
   *
   * @param fields what it must read, by position
   */
  RecordReader<T> reader(List<String> fields);

  /**
   * A record has a score of both models.
   *
   * @throws UnscorableException when there is no place for what they say, such as a message that is
   *     too large: the record then counts as one that the challenger has failed
   */
  void compared(T record, Compared compared) throws UnscorableException, IOException;

  /**
   * A record has a score of the champion alone.
   *
   * @param failure as {@link io.credence.rollout.Challenger.Result} has it
   */
  void failed(T record, String failure) throws IOException;
}
