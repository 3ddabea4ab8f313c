package io.credence.jobs.batch;

import io.credence.parquet.ParquetSplit;
import java.io.Serializable;

/**
 * A split to be scored.
 *
 * @param index its position among all splits, from 0, which names its output file
 * @param of how many splits there are
 * @param split the rows
 */
record SplitTask(int index, int of, ParquetSplit split) implements Serializable {

  /**
   * The name of its scored rows, such as {@code part-00003-of-00012-1b9d6bcd4f2a.parquet}.
   *
   * @param token of the run, so that no other run has this name
   */
  String scoredName(String token) {
    return part(token) + ".parquet";
  }

  /**
   * The name of its dead letters, such as {@code _part-00003-of-00012-1b9d6bcd4f2a.jsonl}. They
   * usually lie in a folder beneath the scored files, and readers of a whole folder (pandas, Spark)
   * pass files over that begin with an underscore; so they do not mistake dead letters for Parquet.
   */
  String deadLettersName(String token) {
    return "_" + part(token) + ".jsonl";
  }

  private String part(String token) {
    return "part-" + fiveDigits(index) + "-of-" + fiveDigits(of) + "-" + token;
  }

  /** Of a number with more, all. A format would take longer than a small file's rows. */
  private static String fiveDigits(int number) {
    String digits = Integer.toString(number);
    return "0".repeat(Math.max(0, 5 - digits.length())) + digits;
  }
}
