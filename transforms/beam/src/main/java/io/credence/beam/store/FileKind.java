package io.credence.beam.store;

/** What is looked for: how its files are named, and what is hidden from who looks for it. */
public enum FileKind {
  /**
   * Parquet files. What begins with a dot or an underscore is hidden, as it is for Spark, Arrow and
   * Hive: files that are being written, and accounts of them. A folder such as {@code _year=2024}
   * names a column.
   */
  PARQUET(".parquet", "(?!\\.|_[^/=]*(?:/|\\z))"),

  /** Dead letters, whose files are hidden from those who look for Parquet files. */
  DEAD_LETTERS(".jsonl", "(?!\\.|_[^/=]*/)"),

  /** Files that are found by what they are called, and none is hidden. */
  ANY("", "");

  private final String ending;
  private final String notHidden;

  FileKind(String ending, String notHidden) {
    this.ending = ending;
    this.notHidden = notHidden;
  }

  /** What names of files end with. */
  String ending() {
    return ending;
  }

  /** An expression that looks ahead from where a name begins, and fails where it is hidden. */
  String notHidden() {
    return notHidden;
  }
}
