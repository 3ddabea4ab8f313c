package io.credence.parquet;

/** Says what is wrong with the pages of a file, within the calls of Parquet's library. */
final class UnreadablePageException extends RuntimeException {

  private static final long serialVersionUID = 1;

  UnreadablePageException(Iterable<String> column, String problem) {
    this("column " + String.join(".", column) + ": " + problem);
  }

  /** Says so of pages that contradict themselves, each other or the footer. */
  static UnreadablePageException damaged(Iterable<String> column, String problem) {
    return new UnreadablePageException(
        "the file is damaged (column " + String.join(".", column) + ": " + problem + ")");
  }

  UnreadablePageException(String problem) {
    super(problem);
  }
}
