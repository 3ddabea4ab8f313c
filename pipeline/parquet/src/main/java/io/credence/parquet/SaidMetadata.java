package io.credence.parquet;

import java.util.Map;
import org.apache.parquet.schema.MessageType;

/**
 * All by which it is decided what an output's footer says of its input's.
 *
 * @param entries of the input's footer
 * @param stored the columns of the file itself
 * @param written the columns with which its rows are written, before any are appended
 */
record SaidMetadata(Map<String, String> entries, MessageType stored, MessageType written) {}
