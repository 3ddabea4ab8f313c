package io.credence.streaming.distinct;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;

/**
 * A stream that is lost and started again many times, in miniature: what it promises, and nothing
 * more. A run reads each partition of the input from the last checkpoint on, in order, and appends
 * to each partition of the output in order. A checkpoint holds a position when all before it was
 * appended. Runs that count as lost may go on appending beside those that follow, as a machine does
 * that is cut off.
 */
final class LossyStream {

  private final Random random;
  private final int[][] destinations;
  private final int outputs;
  private final List<List<String>> output = new ArrayList<>();
  private final Set<String> appended = new HashSet<>();
  private final List<Queue<Append>> queues = new ArrayList<>();
  private final int[] checkpoint;

  private record Append(int partition, String id) {}

  /**
   * A stream of which nothing has run.
   *
   * @param destinations by partition and offset of the input the partition of the output; -1 for
   *     what is a dead letter, and so goes elsewhere
   * @param outputs how many partitions the output has
   */
  LossyStream(Random random, int[][] destinations, int outputs) {
    this.random = random;
    this.destinations = destinations;
    this.outputs = outputs;
    this.checkpoint = new int[destinations.length];
    for (int i = 0; i < outputs; i++) {
      output.add(new ArrayList<>());
    }
  }

  /** By partition the ids that the output holds after so many runs, of which the last one ends. */
  List<List<String>> afterRuns(int runs) {
    for (int i = 0; i < runs; i++) {
      start();
      int steps = random.nextInt(60);
      for (int step = 0; step < steps; step++) {
        append(queues.get(random.nextInt(queues.size())));
        if (random.nextInt(8) == 0) {
          takeCheckpoint();
        }
      }
    }
    while (queues.stream().anyMatch(queue -> !queue.isEmpty())) {
      append(queues.get(random.nextInt(queues.size())));
    }
    return output;
  }

  /** A queue for each pair of partitions: no order holds between pairs. */
  private void start() {
    for (int source = 0; source < destinations.length; source++) {
      for (int partition = 0; partition < outputs; partition++) {
        Deque<Append> queue = new ArrayDeque<>();
        for (int offset = checkpoint[source]; offset < destinations[source].length; offset++) {
          if (destinations[source][offset] == partition) {
            queue.add(new Append(partition, id(source, offset)));
          }
        }
        queues.add(queue);
      }
    }
  }

  private void append(Queue<Append> queue) {
    Append next = queue.poll();
    if (next != null) {
      output.get(next.partition()).add(next.id());
      appended.add(next.id());
    }
  }

  private void takeCheckpoint() {
    for (int source = 0; source < destinations.length; source++) {
      int[] ways = destinations[source];
      while (checkpoint[source] < ways.length && isDone(source, checkpoint[source])) {
        checkpoint[source]++;
      }
    }
  }

  private boolean isDone(int source, int offset) {
    return destinations[source][offset] < 0 || appended.contains(id(source, offset));
  }

  private static String id(int source, int offset) {
    return "flights/" + source + "/" + offset;
  }
}
