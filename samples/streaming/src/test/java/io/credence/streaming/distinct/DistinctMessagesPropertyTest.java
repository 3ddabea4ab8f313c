package io.credence.streaming.distinct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** However often a stream is lost, and wherever its reader is, each message is new once. */
class DistinctMessagesPropertyTest {

  @Property
  void eachMessageIsNewOnce(
      @ForAll Random random,
      @ForAll @IntRange(min = 1, max = 3) int sources,
      @ForAll @IntRange(min = 1, max = 3) int outputs,
      @ForAll @IntRange(min = 1, max = 6) int runs) {
    int[][] destinations = destinations(random, sources, outputs);
    List<List<String>> written = new LossyStream(random, destinations, outputs).afterRuns(runs);
    for (int partition = 0; partition < outputs; partition++) {
      List<String> all = written.get(partition);
      assertThat(read(random, partition, all))
          .as("Of %s", all)
          .containsExactlyElementsOf(new LinkedHashSet<>(all));
      assertThat(new LinkedHashSet<>(all)).hasSize(expected(destinations, partition));
    }
  }

  private static int[][] destinations(Random random, int sources, int outputs) {
    int[][] destinations = new int[sources][];
    for (int source = 0; source < sources; source++) {
      destinations[source] = random.ints(random.nextInt(30), -1, outputs).toArray();
    }
    return destinations;
  }

  private static int expected(int[][] destinations, int partition) {
    int count = 0;
    for (int[] ways : destinations) {
      for (int way : ways) {
        count += way == partition ? 1 : 0;
      }
    }
    return count;
  }

  /** By a reader that is killed at times, and goes on from where it last kept its results. */
  private static List<String> read(Random random, int partition, List<String> all) {
    List<String> kept = new ArrayList<>();
    String state = "";
    int position = 0;
    while (position < all.size()) {
      DistinctMessages distinct = new DistinctMessages();
      distinct.restore(Written.partition(partition), state);
      int end = Math.min(all.size(), position + 1 + random.nextInt(10));
      List<String> found = new ArrayList<>();
      for (String id : all.subList(position, end)) {
        if (distinct.isNew(Written.message(partition, id))) {
          found.add(id);
        }
      }
      if (random.nextInt(3) > 0) {
        kept.addAll(found);
        state = distinct.state(Written.partition(partition));
        position = end;
      }
    }
    return kept;
  }
}
