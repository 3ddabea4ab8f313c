package io.credence.score;

import java.util.List;

/**
 * The appended values of one record, by the position of the column in the list of {@link
 * ScoredColumn}s. Typed accessors spare a box per figure. The accessor must fit the column's type.
 */
public interface ScoredRow {

  double doubleAt(int column);

  /** The caller must not change the array. */
  double[] doublesAt(int column);

  long longAt(int column);

  String stringAt(int column);

  List<String> stringsAt(int column);
}
