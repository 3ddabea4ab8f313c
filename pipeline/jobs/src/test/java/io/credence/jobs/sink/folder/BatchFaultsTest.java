package io.credence.jobs.sink.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.beam.store.Claim;
import io.credence.jobs.faults.Fault;
import io.credence.jobs.faults.Faults;
import io.credence.parquet.ParquetSplit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every call of the file system that a batch makes fails, or is the last one: whatever it is, a
 * reader finds the old results or the new ones, whole, and the next try ends well and tidily.
 */
@Tag("faults")
class BatchFaultsTest {

  private static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType(
          "message in { optional double x; optional int32 category; }");

  private static final int ROWS = 4;

  private final Path folder;
  private final List<ParquetSplit> before;
  private final List<ParquetSplit> input;
  private int crash;

  BatchFaultsTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    this.before = splits("before.parquet", 1);
    this.input = splits("input.parquet", 2);
  }

  @BeforeAll
  static void once() {
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
  }

  /** Two splits, in the first of which a row can't be scored. */
  private List<ParquetSplit> splits(String name, double factor) throws Exception {
    List<Group> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      Group row = new SimpleGroup(SCHEMA);
      row.add("x", i == 1 ? -1 : i * factor);
      row.add("category", 1);
      rows.add(row);
    }
    Path file = io.credence.parquet.Files.write(folder.resolve(name), SCHEMA, rows, ROWS / 2);
    return io.credence.parquet.Files.open(file).splits(ROWS / 2);
  }

  /** What a run finds, and how it ends when nothing fails. */
  private enum Protocol {
    FRESH,
    OVERWRITE,
    OVERWRITE_WITH_DEAD_LETTERS_ELSEWHERE,
    OVERWRITE_AFTER_A_CRASH,
    GIVEN_UP,
    GIVEN_UP_WITH_DEAD_LETTERS_ELSEWHERE;

    boolean isElsewhere() {
      return name().endsWith("ELSEWHERE");
    }

    boolean isGivenUp() {
      return name().startsWith("GIVEN_UP");
    }
  }

  /** Who tries again after a failure. */
  private enum Again {
    /** The runner gives the same work to a worker once more. */
    SAME_RUN,
    /** The user gives the command once more. */
    NEXT_RUN
  }

  @ParameterizedTest
  @EnumSource(names = {"OVERWRITE_WITH_DEAD_LETTERS_ELSEWHERE", "GIVEN_UP"})
  void aFailureAndACrash(Protocol protocol) throws Exception {
    Again again = protocol.isGivenUp() ? Again.SAME_RUN : Again.NEXT_RUN;
    sweep(protocol, Fault.INPUT_OUTPUT, again, List.of(false));
    sweep(protocol, Fault.POWER, again, List.of(false));
  }

  /** Else a crash between the two leaves letters in a folder where no run would look for them. */
  @Test
  void deadLettersAreClosedAfterTheScoredFile() throws Exception {
    Outputs outputs = begun(Protocol.FRESH, "order");
    List<String> calls = Faults.calls(folder, work(Protocol.FRESH, outputs, Again.NEXT_RUN)::go);
    assertThat(calls)
        .filteredOn(call -> call.matches("close .*/.credence-temp-new/.*part-00000-of-.*"))
        .extracting(call -> call.substring(call.lastIndexOf('.')))
        .containsExactly(".parquet", ".jsonl");
  }

  @Tag("long")
  @ParameterizedTest
  @EnumSource
  void allKinds(Protocol protocol) throws Exception {
    for (Fault fault : Fault.values()) {
      for (Again again : Again.values()) {
        sweep(protocol, fault, again, fault.isEnd() ? List.of(false) : List.of(false, true));
      }
    }
  }

  private void sweep(Protocol protocol, Fault fault, Again again, List<Boolean> lasting)
      throws Exception {
    String name = protocol + "-" + fault + "-" + again + "-";
    Outputs counted = begun(protocol, name + "count");
    List<String> calls = Faults.calls(folder, work(protocol, counted, again)::go);
    int swept = 0;
    for (int at = 1; at <= calls.size(); at++) {
      if (!fault.concerns(calls, at)) {
        continue;
      }
      swept++;
      for (boolean stays : lasting) {
        Outputs outputs = begun(protocol, name + at + "-" + stays);
        String place =
            "%s at call %s of %s, %s, lasting: %s"
                .formatted(fault, at, calls.size(), calls.get(at - 1), stays);
        try {
          fail(protocol, outputs, again, fault, at, stays);
        } catch (Throwable e) {
          throw new AssertionError(place, e);
        }
      }
    }
    System.out.printf("a batch, %s, %s, %s: %s calls swept%n", protocol, fault, again, swept);
  }

  private void fail(
      Protocol protocol, Outputs outputs, Again again, Fault fault, int at, boolean stays)
      throws Exception {
    Map<String, String> old = outputs.files();
    Optional<String> oldResults = outputs.results();
    Optional<String> oldGivenUp = outputs.givenUp();
    Work work = work(protocol, outputs, again);
    Throwable failure = Faults.at(at, fault, stays, folder, work::go);

    Optional<String> results = outputs.results();
    Optional<String> givenUp = outputs.givenUp();
    Optional<String> ended = protocol.isGivenUp() ? givenUp : results;
    if (failure == null) {
      assertThat(ended).contains("new");
    }
    assertThat(results).isIn(oldResults, protocol.isGivenUp() ? oldResults : Optional.of("new"));
    if (protocol.isGivenUp()) {
      assertThat(givenUp).isIn(oldGivenUp, Optional.of("new"));
    }
    if (failure != null && !fault.isEnd() && !stays && again == Again.NEXT_RUN) {
      assertThat(ended.equals(Optional.of("new")) || shown(outputs.files()).equals(shown(old)))
          .as("files of a run that failed, with %s", failure)
          .isTrue();
    }
    if (again == Again.SAME_RUN) {
      work.go();
      assertThat(protocol.isGivenUp() ? outputs.givenUp() : outputs.results()).contains("new");
      assertThat(protocol.isGivenUp() ? outputs.results() : oldResults).isEqualTo(oldResults);
      work.close();
    } else {
      new BatchRun(outputs.of("next"), input, true, 1).run();
      assertThat(outputs.results()).contains("next");
      assertThat(outputs.givenUp()).isEmpty();
    }
    outputs.requireTidy();
  }

  /** Without what the next run deletes. */
  private static Map<String, String> shown(Map<String, String> files) {
    Map<String, String> shown = new TreeMap<>(files);
    shown.keySet().removeIf(name -> name.contains("/.credence-temp-"));
    return shown;
  }

  /** What fails, and its submitter, where it is another process. */
  private record Work(BatchRun run, Again again, @Nullable Claim submitter) {

    void go() throws IOException {
      if (again == Again.SAME_RUN) {
        run.attempt();
      } else {
        run.run();
      }
    }

    void close() throws IOException {
      if (submitter != null) {
        submitter.close();
      }
    }
  }

  private Work work(Protocol protocol, Outputs outputs, Again again) throws IOException {
    BatchRun run =
        new BatchRun(
            outputs.of("new"), input, protocol != Protocol.FRESH, protocol.isGivenUp() ? 0 : 1);
    if (again == Again.NEXT_RUN) {
      return new Work(run, again, null);
    }
    run.check();
    return new Work(run, again, new RunClaims(outputs.of("new")).presence().orElse(null));
  }

  private Outputs begun(Protocol protocol, String name) throws Exception {
    Path all = Files.createDirectory(folder.resolve(name));
    Path output = all.resolve("out");
    Outputs outputs =
        new Outputs(all, output, (protocol.isElsewhere() ? all : output).resolve("dead-letters"));
    if (protocol == Protocol.FRESH) {
      return outputs;
    }
    new BatchRun(outputs.of("old"), before, false, 1).run();
    if (protocol.isGivenUp()) {
      new BatchRun(outputs.of("givenup"), before, true, 0).run();
    }
    if (protocol == Protocol.OVERWRITE_AFTER_A_CRASH) {
      crash(outputs);
    }
    return outputs;
  }

  /** Of a run that had put its manifest in place, and had deleted nothing yet. */
  private void crash(Outputs outputs) throws Exception {
    if (crash == 0) {
      Outputs counted = begun(Protocol.OVERWRITE, "crash");
      List<String> calls =
          Faults.calls(folder, work(Protocol.OVERWRITE, counted, Again.NEXT_RUN)::go);
      crash = 2 + calls.indexOf("move " + folder.relativize(counted.output()) + "/_manifest.json");
    }
    BatchRun dead = new BatchRun(outputs.of("dead"), before, true, 1);
    assertThat(Faults.at(crash, Fault.KILL, false, folder, dead::run))
        .isInstanceOf(Fault.End.class);
    assertThat(outputs.results()).contains("dead");
  }
}
