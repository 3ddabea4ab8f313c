package io.credence.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.coders.VarLongCoder;

/** The kind of an id, and behind it its fields. */
final class RecordIdCoder extends CustomCoder<RecordId> {

  private static final long serialVersionUID = 1;
  private static final StringUtf8Coder TEXT = StringUtf8Coder.of();
  private static final VarIntCoder INT = VarIntCoder.of();
  private static final VarLongCoder LONG = VarLongCoder.of();
  private static final int MESSAGE = 0;
  private static final int ROW = 1;
  private static final int DEAD_LETTER = 2;

  @Override
  public void encode(RecordId id, OutputStream out) throws IOException {
    if (id instanceof MessageId message) {
      INT.encode(MESSAGE, out);
      encode(message, out);
    } else if (id instanceof RowId row) {
      INT.encode(ROW, out);
      TEXT.encode(row.file(), out);
      LONG.encode(row.row(), out);
    } else {
      INT.encode(DEAD_LETTER, out);
      TEXT.encode(id.toString(), out);
    }
  }

  @Override
  public RecordId decode(InputStream in) throws IOException {
    int kind = INT.decode(in);
    return switch (kind) {
      case MESSAGE -> message(in);
      case ROW -> new RowId(TEXT.decode(in), LONG.decode(in));
      case DEAD_LETTER -> new DeadLetterPlace(TEXT.decode(in));
      default -> throw new CoderException("There is no kind " + kind + " of record ids");
    };
  }

  /** The fields of a message's id alone. */
  static void encode(MessageId id, OutputStream out) throws IOException {
    TEXT.encode(id.topic(), out);
    INT.encode(id.partition(), out);
    LONG.encode(id.offset(), out);
    INT.encode(id.reader(), out);
  }

  static MessageId message(InputStream in) throws IOException {
    return new MessageId(TEXT.decode(in), INT.decode(in), LONG.decode(in), INT.decode(in));
  }

  @Override
  public void verifyDeterministic() {}
}
