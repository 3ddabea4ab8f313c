package io.credence.server.scoring;

import io.credence.model.Model;
import io.credence.predict.PredictSpec;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lanes that are not in use, of one model. There are never more than requests were scored at a
 * time: a lane is made when there is none to borrow, and comes back afterwards.
 *
 * <p>Clients may ask for any number of samples. Lanes of usual numbers and those of others are kept
 * as long as they are few, so that no client can fill the memory, nor drive out the usual.
 *
 * <p>Thread-safe, without a lock.
 */
final class LanePool {

  /** Of both kinds, as many samples together: a hundred of 1,000, and ten of 10,000. */
  private static final long MOST_SAMPLES = 100_000;

  private final Model model;
  private final PredictSpec base;
  private final Tally tally;
  private final Map<Integer, Deque<Lane>> usual;
  private final Deque<Lane> unusual = new ConcurrentLinkedDeque<>();
  private final AtomicLong unusualSamples = new AtomicLong();
  private final AtomicLong usualSamples = new AtomicLong();

  LanePool(Model model, PredictSpec base, Tally tally, Stream<Integer> usualNumbers) {
    this.model = model;
    this.base = base;
    this.tally = tally;
    this.usual =
        usualNumbers
            .distinct()
            .collect(
                Collectors.toUnmodifiableMap(
                    Function.identity(), number -> new ConcurrentLinkedDeque<>()));
  }

  /** A lane for a number of samples, for the caller alone until it {@linkplain #give gives} it. */
  Lane borrow(int numSamples) {
    Deque<Lane> idle = usual.get(numSamples);
    Lane lane = idle == null ? borrowUnusual(numSamples) : borrowUsual(idle);
    return lane == null ? new Lane(model, base.withNumSamples(numSamples), tally) : lane;
  }

  private @Nullable Lane borrowUsual(Deque<Lane> idle) {
    Lane lane = idle.pollLast();
    if (lane != null) {
      usualSamples.addAndGet(-lane.numSamples());
    }
    return lane;
  }

  private @Nullable Lane borrowUnusual(int numSamples) {
    for (Lane lane : unusual) {
      if (lane.numSamples() == numSamples && unusual.removeFirstOccurrence(lane)) {
        unusualSamples.addAndGet(-numSamples);
        return lane;
      }
    }
    return null;
  }

  /** Takes back a lane. */
  void give(Lane lane) {
    Deque<Lane> idle = usual.get(lane.numSamples());
    if (idle != null) {
      if (usualSamples.addAndGet(lane.numSamples()) <= MOST_SAMPLES || idle.isEmpty()) {
        idle.addLast(lane);
      } else {
        usualSamples.addAndGet(-lane.numSamples());
      }
      return;
    }
    unusual.addLast(lane);
    unusualSamples.addAndGet(lane.numSamples());
    while (unusualSamples.get() > MOST_SAMPLES) {
      Lane oldest = unusual.pollFirst();
      if (oldest == null) {
        return;
      }
      unusualSamples.addAndGet(-oldest.numSamples());
    }
  }
}
