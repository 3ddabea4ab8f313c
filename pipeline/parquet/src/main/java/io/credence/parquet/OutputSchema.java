package io.credence.parquet;

import java.io.IOException;
import java.io.Serializable;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.schema.MessageType;

/**
 * The schema with which the columns of a file are written: its own, or one for all files of a run.
 * It travels as a footer, since texts of schemas can't tell all names and annotations.
 *
 * @param footer in Base64; empty for the file's own schema
 */
public record OutputSchema(String footer) implements Serializable {

  /** That of the file itself. */
  public static final OutputSchema OF_FILE = new OutputSchema("");

  private static final int VERSION = 1;

  static OutputSchema of(MessageType schema) {
    FileMetaData data = new FileMetaData(FloatOrder.written(schema), Map.of(), "credence");
    byte[] footer =
        MendedFooter.bytes(
            new ParquetMetadataConverter()
                .toParquetMetadata(VERSION, new ParquetMetadata(data, List.of())));
    return new OutputSchema(Base64.getEncoder().encodeToString(footer));
  }

  /** The schema, for a file with this one. */
  MessageType of(String file, MessageType own) throws IOException {
    if (footer.isEmpty()) {
      return own;
    }
    byte[] bytes = Base64.getDecoder().decode(footer);
    try {
      return new FooterParser(file)
          .parse(bytes, bytes.length)
          .metadata()
          .getFileMetaData()
          .getSchema();
    } catch (UnreadableParquetException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
