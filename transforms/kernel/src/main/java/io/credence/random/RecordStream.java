package io.credence.random;

import java.nio.ByteBuffer;
import org.apache.commons.rng.core.source64.XoShiRo256PlusPlus;

/**
 * The generator behind a record's noise: xoshiro256++ (Blackman and Vigna, 2019) of Commons RNG,
 * which can be set to the start of another record's stream without making a new object.
 *
 * <p>Its 256 bits of state are a SHA-256 hash of what identifies the record, so that streams of
 * different records begin at unrelated points of a period of 2^256 - 1. A generator with 64 bits of
 * state would let the streams of a few billion records overlap. The one state that xoshiro cannot
 * have, all zero, would need a hash of zero.
 *
 * <p>Not thread-safe.
 */
public final class RecordStream extends XoShiRo256PlusPlus {

  public RecordStream() {
    super(1, 2, 3, 4);
  }

  /** Goes to the beginning of the stream that the next 32 bytes of {@code hash} stand for. */
  void restart(ByteBuffer hash) {
    state0 = hash.getLong();
    state1 = hash.getLong();
    state2 = hash.getLong();
    state3 = hash.getLong();
    resetCachedState();
  }
}
