package io.credence.random;

import java.nio.ByteBuffer;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.XoShiRo256PlusPlus;

/**
 * A random stream for each sample of a record. A stream does not depend on how many numbers the
 * other streams yielded, so a sampler that rejects for one sample leaves all others alone.
 *
 * <p>Number t of sample i, both from 0, is
 *
 * <pre>mix(start + i * stride + (t + 1) * increment)      modulo 2^64</pre>
 *
 * <p>So a sample has a SplitMix (Steele, Lea and Flood, 2014) with the mixing function of Doug Lea.
 * Start, stride and increment belong to the record: they are the first three numbers of a
 * xoshiro256++ (Blackman and Vigna, 2019) whose 256 bits of state are a SHA-256 hash of what
 * identifies the record; stride and increment get their lowest bit set. Records would have to agree
 * in 190 bits to share their streams. The 64 bits of a start alone would let those of a few billion
 * records overlap. Two samples of one record overlap for one record in 10^15.
 *
 * <p>As a generator, it reads the stream of the sample that {@link #at} chose. Not thread-safe.
 */
public final class SampleStreams implements UniformRandomProvider {

  private final Expansion expansion = new Expansion();
  private long start;
  private long stride;
  private long increment;
  private long state;
  private int current;
  private boolean resumes;
  private long[] places = {};

  /** Streams without a record, which {@link StreamSeeder#seed} gives them. */
  public SampleStreams() {
    restart(ByteBuffer.allocate(StreamSeeder.HASH_BYTES).put(0, (byte) 1));
  }

  /** Goes to the streams of the record that 32 bytes stand for, to the beginning of sample 0. */
  void restart(ByteBuffer hash) {
    expansion.restart(hash);
    start = expansion.nextLong();
    stride = expansion.nextLong() | 1;
    increment = expansion.nextLong() | 1;
    resumes = false;
    at(0);
  }

  /**
   * Goes to the beginning of a sample's stream; or, once these streams {@link #resume}, to where it
   * was left.
   *
   * @param sample its number, from 0
   */
  public void at(int sample) {
    if (resumes) {
      places[current] = state;
      current = sample;
      state = places[sample];
    } else {
      state = start + sample * stride;
    }
  }

  /**
   * Lets {@link #at} go to where a stream was left instead of to its beginning, from here to the
   * end of the record: what several random steps of one sample draw must not be the same numbers.
   * To be called before the first number is drawn; again, it has no effect.
   *
   * @param samples how many there are
   */
  public void resume(int samples) {
    if (resumes) {
      return;
    }
    if (places.length < samples) {
      places = new long[samples];
    }
    for (int i = 0; i < samples; i++) {
      places[i] = start + i * stride;
    }
    resumes = true;
    current = 0;
    state = places[0];
  }

  @Override
  public long nextLong() {
    state += increment;
    return mix(state);
  }

  private static long mix(long number) {
    long x = number;
    x = (x ^ (x >>> 32)) * 0xdaba0b6eb09322e3L;
    x = (x ^ (x >>> 32)) * 0xdaba0b6eb09322e3L;
    return x ^ (x >>> 32);
  }

  /** A generator that can be set to another state without making a new object. */
  private static final class Expansion extends XoShiRo256PlusPlus {

    Expansion() {
      super(1, 2, 3, 4);
    }

    void restart(ByteBuffer hash) {
      state0 = hash.getLong();
      state1 = hash.getLong();
      state2 = hash.getLong();
      state3 = hash.getLong();
    }
  }
}
