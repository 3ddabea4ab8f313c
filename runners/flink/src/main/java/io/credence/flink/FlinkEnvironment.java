package io.credence.flink;

import org.apache.flink.configuration.BatchExecutionOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.ExecutionCheckpointingOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The environment that Beam's runner finds when it asks Flink for one: with a configuration that
 * never touches a disk, as it may hold secrets.
 */
@SuppressWarnings("try") // Its close() may be interrupted; none is made to be closed.
abstract class FlinkEnvironment extends StreamExecutionEnvironment {

  /**
   * By itself, Flink chooses the parallelism of each step of a batch by the bytes that reach it.
   * Here these are descriptions of splits, so few that it would score on one thread of one machine,
   * whatever was asked for.
   */
  private static final Configuration FIXED_PARALLELISM =
      new Configuration().set(BatchExecutionOptions.ADAPTIVE_AUTO_PARALLELISM_ENABLED, false);

  /**
   * Where messages on their way are part of a checkpoint, they come before those that are read
   * again after a restart, and readers that go by offsets take these for repeats.
   */
  private static final Configuration ALIGNED =
      new Configuration().set(ExecutionCheckpointingOptions.ENABLE_UNALIGNED, false);

  private FlinkEnvironment() {}

  /** Provides an environment, until it is removed. */
  static void provide(Configuration configuration) {
    Configuration complete = withWhatWeNeed(configuration);
    initializeContextEnvironment(more -> new StreamExecutionEnvironment(complete));
  }

  static void remove() {
    resetContextEnvironment();
  }

  /** Provides the one that Flink made for this program, changed; Flink removes it itself. */
  static void provideAround() {
    StreamExecutionEnvironment around = getExecutionEnvironment();
    around.configure(withWhatWeNeed(Configuration.fromMap(around.getConfiguration().toMap())));
    // Otherwise each who asks gets another.
    initializeContextEnvironment(more -> around);
  }

  private static Configuration withWhatWeNeed(Configuration configuration) {
    Configuration complete = new Configuration(FIXED_PARALLELISM);
    complete.addAll(configuration);
    complete.addAll(ALIGNED);
    return complete;
  }
}
