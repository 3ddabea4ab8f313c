package io.credence.server.scoring;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.IntFunction;

/**
 * How much memory a lane holds, by the number of its samples. What a model needs of it is in its
 * steps and their compiler, so that it is measured rather than stated, with two small lanes.
 *
 * @param ofModel whatever the number of samples
 * @param ofSample for each of them
 */
record LaneWeight(long ofModel, long ofSample) {

  private static final ThreadMXBean THREADS =
      ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

  private static final int FEW = 16;
  private static final int MANY = 1_040;

  /** What reducing them takes, which is made with the first record: copies in other orders. */
  private static final long REDUCING = 4L * Double.BYTES;

  /** Of the lanes of a model. */
  static LaneWeight of(IntFunction<Lane> lanes) {
    // The first one also loads classes, and fills what all lanes share.
    allocated(lanes, FEW);
    long few = allocated(lanes, FEW);
    long many = allocated(lanes, MANY);
    long ofSample = Math.max(0, many - few) / (MANY - FEW) + REDUCING;
    return new LaneWeight(few, ofSample);
  }

  private static long allocated(IntFunction<Lane> lanes, int samples) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    Lane lane = lanes.apply(samples);
    long after = THREADS.getCurrentThreadAllocatedBytes();
    if (lane.numSamples() != samples) {
      throw new IllegalStateException("A lane was asked for another number of samples");
    }
    return after - before;
  }

  /** Of a lane. */
  long bytes(int samples) {
    return ofModel + ofSample * samples;
  }
}
