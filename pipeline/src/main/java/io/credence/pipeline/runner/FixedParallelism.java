package io.credence.pipeline.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.BatchExecutionOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Makes a batch run with the parallelism that was asked for. By itself Flink chooses one for each
 * step by the bytes that reach it. Here these are descriptions of splits, so few that it would
 * score on one thread of one machine, whatever was asked for.
 */
final class FixedParallelism {

  private static final Configuration FIXED =
      new Configuration().set(BatchExecutionOptions.ADAPTIVE_AUTO_PARALLELISM_ENABLED, false);

  private FixedParallelism() {}

  /**
   * Writes a configuration anew, for the one who makes the job from a folder.
   *
   * @return a folder that goes when this JVM ends
   */
  static Path write(ReadableConfig configuration) {
    Map<String, String> entries = new TreeMap<>(configuration.toMap());
    FIXED.toMap().forEach(entries::putIfAbsent);
    StringBuilder yaml = new StringBuilder();
    entries.forEach(
        (key, value) ->
            yaml.append(key).append(": '").append(value.replace("'", "''")).append("'\n"));
    try {
      return ConfigurationFolder.write(yaml.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("Flink's configuration can't be written", e);
    }
  }

  /** The same for the environment of a program that Flink has started, of this thread only. */
  static void setAround() {
    Around.set();
  }

  /** What Flink keeps for environments of its own. */
  @SuppressWarnings("try") // Its close() may be interrupted; nobody makes one to close it.
  private abstract static class Around extends StreamExecutionEnvironment {

    /** Otherwise each who asks for the environment gets another. */
    static void set() {
      StreamExecutionEnvironment environment = getExecutionEnvironment();
      Configuration changed = new Configuration(FIXED);
      changed.addAll(Configuration.fromMap(environment.getConfiguration().toMap()));
      environment.configure(changed);
      initializeContextEnvironment(configuration -> environment);
    }
  }
}
