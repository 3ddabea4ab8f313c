package io.credence.model;

import io.credence.distribution.Variates;
import java.util.List;

/**
 * Where a model takes the noise of a record from. It is addressed by the run seed, the noise id and
 * what it is for, so the same record gets the same bits wherever and whenever it is scored.
 */
public interface Noise {

  /** The noise of the record, from its beginning. */
  Variates ofRecord();

  /**
   * The noise of the effect that stands in for an element of a parameter where a level is unseen,
   * from its beginning. All records of one new level share it.
   *
   * @param record the features of the record
   * @param feature the position of the feature whose level is unseen
   * @param parameter the name of the parameter
   * @param positions on each axis of it, the position that is the same for all records, or -1
   * @param features on each axis, the position of the feature that is the index, or -1
   */
  Variates ofEffect(
      Inputs record,
      int feature,
      String parameter,
      List<Integer> positions,
      List<Integer> features);
}
