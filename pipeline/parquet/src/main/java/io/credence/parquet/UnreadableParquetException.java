package io.credence.parquet;

import org.jspecify.annotations.Nullable;

/**
 * Says that a file is no Parquet file that can be read here. The message names the file, what was
 * seen in it and what would be right; it is meant for the person who named the file. Failing disks
 * and networks are {@link java.io.IOException}s instead.
 */
public final class UnreadableParquetException extends Exception {

  UnreadableParquetException(String file, String problem, @Nullable Throwable cause) {
    super(file + ": " + problem, cause);
  }

  static UnreadableParquetException damaged(String file, String problem) {
    return new UnreadableParquetException(file, "damaged: " + problem, null);
  }

  static UnreadableParquetException encrypted(String file) {
    return new UnreadableParquetException(
        file, "is encrypted, and there are no keys here; write it unencrypted", null);
  }
}
