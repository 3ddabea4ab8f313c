package io.credence.cluster.streams;

import io.credence.kit.process.ManagedProcess;
import java.io.IOException;
import java.util.List;

/** A stream that was started and should not end by itself. */
interface RunningStream extends AutoCloseable {

  /** Those whose output explains a failure. */
  List<ManagedProcess> processes();

  /** Requires that it has not ended; it may be on its way back from a failure. */
  void assertRuns() throws IOException;

  @Override
  void close();
}
