package io.credence.parquet;

import java.util.List;
import java.util.Set;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;

/**
 * Checks what a footer says before it is believed: a file says most things more than once, and all
 * must agree.
 */
final class FooterCheck {

  /** Each split of a file is planned before the first one is read. */
  private static final long MOST_ROWS = 1L << 36;

  /** What dask, Spark and Arrow call the files that tell of others. */
  private static final Set<String> SUMMARIES = Set.of("_metadata", "_common_metadata");

  private final String file;
  private final FileMetaData footer;
  private final long end;

  /**
   * A check of a footer.
   *
   * @param end position in the file where the footer begins
   */
  FooterCheck(String file, FileMetaData footer, long end) {
    this.file = file;
    this.footer = footer;
    this.end = end;
  }

  /** Returns the columns whose logical type is of a later Parquet. */
  List<String> check() throws UnreadableParquetException {
    checkThatRowsAreHere();
    SchemaCheck schema = new SchemaCheck(file, footer.getSchema());
    RowGroupCheck rowGroups = new RowGroupCheck(file, schema.leaves(), end);
    List<RowGroup> all = footer.getRow_groups();
    long rows = 0;
    for (int index = 0; index < all.size(); index++) {
      // At most 2^31 row groups of at most 2^31 rows do not overflow.
      rows += rowGroups.check(index, all.get(index));
    }
    if (rows > MOST_ROWS) {
      throw UnreadableParquetException.damaged(
          file, "says %s rows; a file can have up to %s".formatted(rows, MOST_ROWS));
    }
    if (footer.getNum_rows() != rows) {
      throw UnreadableParquetException.damaged(
          file,
          "its footer says %s rows, but its row groups have %s"
              .formatted(footer.getNum_rows(), rows));
    }
    return schema.unknownTypes();
  }

  private void checkThatRowsAreHere() throws UnreadableParquetException {
    if (footer.getRow_groups().isEmpty() && isNamedLikeASummary()) {
      throw new UnreadableParquetException(
          file, "is a summary of other files, and holds no rows itself; name those", null);
    }
    if (footer.isSetEncryption_algorithm()) {
      throw UnreadableParquetException.encrypted(file);
    }
    for (RowGroup rowGroup : footer.getRow_groups()) {
      for (ColumnChunk column : rowGroup.getColumns()) {
        if (column.isSetCrypto_metadata()) {
          throw UnreadableParquetException.encrypted(file);
        }
        if (column.isSetFile_path() && !column.getFile_path().isEmpty()) {
          throw new UnreadableParquetException(
              file,
              "is a summary of other files, and holds no rows itself; name those, such as "
                  + column.getFile_path(),
              null);
        }
      }
    }
  }

  /** A schema without rows could be an empty file: only its name decides. */
  private boolean isNamedLikeASummary() {
    return SUMMARIES.contains(file.substring(file.lastIndexOf('/') + 1));
  }
}
