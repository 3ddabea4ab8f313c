package io.credence.messages.avro;

import io.credence.deadletter.UnscorableException;
import io.credence.messages.Undecodable;
import io.credence.messages.Utf8Check;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/**
 * Walks over the bytes of a record before they are decoded. Avro's decoder believes them: where
 * they say that a text has a billion letters, or a list a billion nulls, it asks for that much
 * memory, and a message would end the worker. It replaces what is not UTF-8, and takes decimals
 * with more digits than their schema allows.
 */
final class AvroBytes {

  /** Frames on the stack: lists that link to their rest are as deep as they are long. */
  private static final int MAX_DEPTH = 500;

  /** Values that take no bytes, such as nulls, of which a few bytes can announce any number. */
  private static final int MAX_EMPTY = 10_000;

  private static final int INT_BYTES = 5;
  private static final int LONG_BYTES = 10;

  private final byte[] bytes;
  private final Utf8Check utf8;
  private int at;
  private int empty;

  private AvroBytes(byte[] bytes, int from, Utf8Check utf8) {
    this.bytes = bytes;
    this.at = from;
    this.utf8 = utf8;
  }

  /**
   * Requires that bytes are one record of a schema, and nothing else.
   *
   * @param from where the record begins
   */
  static void requireRecord(Schema schema, byte[] bytes, int from, Utf8Check utf8)
      throws UnscorableException {
    AvroBytes walk = new AvroBytes(bytes, from, utf8);
    try {
      walk.skip(schema, 0);
    } catch (Flaw e) {
      throw Undecodable.because(
          "must be an Avro record of %s, but %s at byte %s"
              .formatted(schema.getFullName(), e.getMessage(), walk.at));
    }
    if (walk.at < bytes.length) {
      throw Undecodable.because(
          "must be one Avro record of %s, but more follows it at byte %s"
              .formatted(schema.getFullName(), walk.at));
    }
  }

  private void skip(Schema schema, int depth) throws Flaw {
    int before = at;
    skipValue(schema, depth);
    if (at == before && ++empty > MAX_EMPTY) {
      throw new Flaw("holds more than " + MAX_EMPTY + " values without content");
    }
  }

  private void skipValue(Schema schema, int depth) throws Flaw {
    if (depth > MAX_DEPTH) {
      throw new Flaw("is nested more than " + MAX_DEPTH + " levels deep");
    }
    switch (schema.getType()) {
      case NULL -> {}
      case BOOLEAN -> skipBoolean();
      case INT -> number(INT_BYTES);
      case LONG -> number(LONG_BYTES);
      case FLOAT -> skip(Float.BYTES);
      case DOUBLE -> skip(Double.BYTES);
      case STRING -> skipText();
      case BYTES -> skipBytes(schema, number(LONG_BYTES));
      case FIXED -> skipBytes(schema, schema.getFixedSize());
      case ENUM -> index(schema.getEnumSymbols().size(), "symbol of " + schema.getFullName());
      case UNION -> {
        int branch = index(schema.getTypes().size(), "branch of a union");
        // A null here has its index as content.
        skipValue(schema.getTypes().get(branch), depth + 1);
      }
      case RECORD -> {
        for (Schema.Field field : schema.getFields()) {
          // Of nulls by type there are as many as the record has fields.
          if (field.schema().getType() != Schema.Type.NULL) {
            skip(field.schema(), depth + 1);
          }
        }
      }
      case ARRAY -> skipItems(schema.getElementType(), false, depth + 1);
      case MAP -> skipItems(schema.getValueType(), true, depth + 1);
    }
  }

  private void skipItems(Schema item, boolean keyed, int depth) throws Flaw {
    for (long count = blockCount(); count != 0; count = blockCount()) {
      for (long i = 0; i < count; i++) {
        if (keyed) {
          skipText();
        }
        skip(item, depth);
      }
    }
  }

  /** How many items follow; a negative count has the size of the block in bytes behind it. */
  private long blockCount() throws Flaw {
    long count = number(LONG_BYTES);
    if (count >= 0) {
      return count;
    }
    long size = number(LONG_BYTES);
    if (size < 0 || size > bytes.length - at || count == Long.MIN_VALUE) {
      throw new Flaw("holds a list of impossible size");
    }
    return -count;
  }

  private void skipText() throws Flaw {
    long length = number(LONG_BYTES);
    int from = at;
    skip(length);
    int malformed = utf8.malformed(bytes, from, at);
    if (malformed >= 0) {
      at = malformed;
      throw new Flaw("holds a text that is not UTF-8");
    }
  }

  private void skipBytes(Schema schema, long length) throws Flaw {
    int from = at;
    skip(length);
    if (schema.getLogicalType() instanceof LogicalTypes.Decimal decimal) {
      if (length == 0) {
        throw new Flaw("holds a decimal without digits");
      }
      int digits = DecimalDigits.allowed(decimal);
      if (!DecimalDigits.fit(bytes, from, (int) length, digits)) {
        at = from;
        throw new Flaw("holds a decimal of more than " + digits + " digits");
      }
    }
  }

  private void skipBoolean() throws Flaw {
    byte value = next();
    if (value != 0 && value != 1) {
      throw new Flaw("is neither true nor false");
    }
  }

  private int index(int size, String what) throws Flaw {
    long index = number(INT_BYTES);
    if (index < 0 || index >= size) {
      throw new Flaw("has no %s with the number %s".formatted(what, index));
    }
    return (int) index;
  }

  /** A number of variable length, zigzag-encoded. */
  private long number(int maxBytes) throws Flaw {
    long bits = 0;
    for (int i = 0; i < maxBytes; i++) {
      byte next = next();
      bits |= (next & 0x7FL) << (7 * i);
      if (next >= 0) {
        return (bits >>> 1) ^ -(bits & 1);
      }
    }
    throw new Flaw("holds a number of more than " + maxBytes + " bytes");
  }

  private byte next() throws Flaw {
    if (at == bytes.length) {
      throw new Flaw("ends too early");
    }
    return bytes[at++];
  }

  private void skip(long length) throws Flaw {
    if (length < 0 || length > bytes.length - at) {
      throw new Flaw(length < 0 ? "holds something of negative length" : "ends too early");
    }
    at += (int) length;
  }

  /** What is wrong where the walk is; without a stack trace, since a topic may be full of it. */
  private static final class Flaw extends Exception {

    private static final long serialVersionUID = 1;

    Flaw(String message) {
      super(message, null, false, false);
    }
  }
}
