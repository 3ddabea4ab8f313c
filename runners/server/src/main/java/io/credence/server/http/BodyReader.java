package io.credence.server.http;

import io.credence.server.refusal.Code;
import io.credence.server.refusal.Refusal;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/**
 * Reads a body as it arrives, without a thread that waits for it, and no further than a limit. Its
 * memory grows with what has arrived, whatever was announced.
 */
abstract class BodyReader implements Runnable {

  private static final int FIRST_BYTES = 4_096;

  /** What a byte may become: itself in a growing array, and a name or a text of a few letters. */
  private static final int WEIGHT = 16;

  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private final Request request;
  private final Limits limits;
  private final Room.Share share;
  private final long begin = System.nanoTime();
  private byte[] bytes = {};
  private int length;

  BodyReader(Request request, Limits limits, Room.Share share) {
    this.request = request;
    this.limits = limits;
    this.share = share;
  }

  /** Takes the whole body. */
  abstract void whole(byte[] body);

  /** Takes the reason why it was not read. */
  abstract void refused(Refusal refusal);

  void begin() {
    long announced = request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH);
    if (announced > limits.maxBodyBytes()) {
      refused(tooLarge());
    } else {
      bytes = new byte[(int) (announced < 0 ? FIRST_BYTES : Math.min(announced, FIRST_BYTES))];
      run();
    }
  }

  /** Reads what has arrived, and comes back when more has. */
  @Override
  public void run() {
    while (true) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        request.demand(this);
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        refused(failure(chunk.getFailure()));
        return;
      }
      boolean last = chunk.isLast();
      try {
        take(chunk.getByteBuffer());
      } catch (Refusal e) {
        refused(e);
        return;
      } finally {
        chunk.release();
      }
      if (last) {
        whole(length == bytes.length ? bytes : Arrays.copyOf(bytes, length));
        return;
      }
      if (System.nanoTime() - begin > limits.bodySeconds() * NANOS_PER_SECOND) {
        refused(tooSlow());
        return;
      }
    }
  }

  private void take(ByteBuffer part) throws Refusal {
    int count = part.remaining();
    if (count > limits.maxBodyBytes() - length) {
      throw tooLarge();
    }
    share.take((long) WEIGHT * count);
    if (count > bytes.length - length) {
      int grown = (int) Math.min(limits.maxBodyBytes(), 2L * bytes.length);
      bytes = Arrays.copyOf(bytes, Math.max(grown, length + count));
    }
    part.get(bytes, length, count);
    length += count;
  }

  private Refusal tooLarge() {
    return Refusal.of(
        Code.BODY_TOO_LARGE,
        "The body must have at most %s bytes; send fewer records, or raise --maxBodyBytes"
            .formatted(limits.maxBodyBytes()));
  }

  private Refusal tooSlow() {
    return Refusal.of(
        Code.TIMEOUT,
        "The body did not arrive within %s s; --bodySeconds sets how long it may take"
            .formatted(limits.bodySeconds()));
  }

  private Refusal failure(Throwable failure) {
    if (failure instanceof HttpException) {
      return Refusal.of(Code.BAD_REQUEST, "The body is no HTTP: " + failure.getMessage());
    }
    return Refusal.of(Code.TIMEOUT, "The body did not arrive: the connection was lost, or idle");
  }
}
