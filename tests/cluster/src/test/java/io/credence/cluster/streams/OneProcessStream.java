package io.credence.cluster.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.cluster.scoring.Credence;
import io.credence.kit.process.ManagedProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A stream on the Flink within the command's own process. */
final class OneProcessStream implements RunningStream {

  private final StreamCommand stream;
  private final Credence credence;
  private final List<ManagedProcess> processes = new ArrayList<>();

  OneProcessStream(StreamCommand stream, Credence credence) throws IOException {
    this.stream = stream;
    this.credence = credence;
    begin();
  }

  private void begin() throws IOException {
    processes.add(credence.start(stream.arguments()));
  }

  ManagedProcess process() {
    return processes.get(processes.size() - 1);
  }

  @Override
  public List<ManagedProcess> processes() {
    return List.copyOf(processes);
  }

  String killAndStartAgain() throws IOException {
    assertRuns();
    process().kill();
    String what = "the stream's process " + process().pid();
    begin();
    return what;
  }

  @Override
  public void assertRuns() {
    assertThat(process().isAlive()).as(process().text()).isTrue();
  }

  @Override
  public void close() {
    processes.forEach(ManagedProcess::close);
  }
}
