package io.credence.posterior;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Looks how long a block becomes that was packed with zlib, without keeping what comes out. */
final class Deflated {

  /** A block that is packed smaller than this can't take more than 16 MB. */
  private static final int HARMLESS = 1 << 14;

  private Deflated() {}

  /** Whether it is a stream of zlib that unpacks to more bytes than these; reads no further. */
  static boolean isLongerThan(ByteBuffer packed, long limit) {
    if (packed.remaining() < HARMLESS) {
      return false;
    }
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed.duplicate());
      byte[] part = new byte[1 << 16];
      while (!inflater.finished() && inflater.getBytesWritten() <= limit) {
        if (inflater.inflate(part) == 0) {
          return false; // It ends early, or needs a dictionary: the library will say so.
        }
      }
      return inflater.getBytesWritten() > limit;
    } catch (DataFormatException e) {
      return false; // It is packed in another way.
    } finally {
      inflater.end();
    }
  }
}
