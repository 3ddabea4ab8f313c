package io.credence.server.json;

import io.credence.server.refusal.Code;
import io.credence.server.refusal.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes in parts, none of which is copied when there are more, and no more of them than allowed.
 */
final class Parts extends OutputStream {

  private static final int SMALLEST = 1 << 13;
  private static final int LARGEST = 1 << 18;

  private final int most;
  private final Memory memory;
  private final List<ByteBuffer> full = new ArrayList<>();
  private ByteBuffer last = ByteBuffer.allocate(0);
  private int length;

  Parts(int most, Memory memory) {
    this.most = most;
    this.memory = memory;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    if (count > most - length) {
      throw new NoRoomException(tooLarge());
    }
    length += count;
    int at = from;
    while (at < from + count) {
      if (!last.hasRemaining()) {
        begin();
      }
      int fits = Math.min(last.remaining(), from + count - at);
      last.put(bytes, at, fits);
      at += fits;
    }
  }

  /** Begins a part that is as long as all before it, so that there are few of them. */
  private void begin() throws IOException {
    int size = Math.min(LARGEST, Math.max(SMALLEST, length));
    try {
      memory.take(size);
    } catch (Refusal e) {
      throw new NoRoomException(e);
    }
    if (last.capacity() > 0) {
      full.add(last.flip());
    }
    last = ByteBuffer.allocate(size);
  }

  /** All of them, none of which is empty. */
  List<ByteBuffer> all() {
    List<ByteBuffer> all = new ArrayList<>(full);
    all.add(last.flip());
    return all;
  }

  private Refusal tooLarge() {
    return Refusal.of(
        Code.ANSWER_TOO_LARGE,
        "The answer must have at most %s bytes; ask for fewer records, bins or samples, or raise --maxAnswerBytes"
            .formatted(most));
  }
}
