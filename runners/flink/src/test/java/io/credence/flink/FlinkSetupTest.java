package io.credence.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.jobs.runner.GivenArguments;
import io.credence.jobs.runner.Runners;
import io.credence.jobs.runner.Work;
import io.credence.problem.Problems;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of Flink when the user asks for nothing. */
class FlinkSetupTest {

  private final Problems problems = new Problems();

  private List<String> prepare(String... arguments) {
    return prepare(Work.BATCH, arguments);
  }

  private List<String> prepare(Work work, String... arguments) {
    GivenArguments given = new GivenArguments(List.of(arguments));
    Runners.of(given).prepare(given, work, problems);
    return given.all();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--seed=1", "--runner=FlinkRunner", "--runner=flink", "--runner=flinkrunner"})
  void batchesAreScoredAsStreamsAre(String runner) {
    assertThat(prepare(runner)).contains(runner, "--useDataStreamForBatch=true");
    assertThat(problems).isEmpty();
  }

  @Test
  void transactionsAreLonger() {
    assertThat(prepare(new Work(false, false, true))).contains("--maxBundleTimeMills=10");
    assertThat(prepare(new Work(false, true, true)))
        .contains("--maxBundleTimeMills=50", "--streaming=true", "--checkpointingInterval=1000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "host:8081",
        "host",
        "http://10.0.0.1:8081",
        "https://flink.example",
        "[::1]:8081"
      })
  void clusters(String master) {
    prepare("--runner=FlinkRunner", "--filesToStage=a.jar", "--flinkMaster=" + master);
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[collection]", "a:b:c", "host:0", "host:99999", "my host", "host:8081/", "u@h:1"})
  void whatIsNoCluster(String master) {
    prepare("--runner=FlinkRunner", "--filesToStage=a.jar", "--flinkMaster=" + master);
    assertThat(problems)
        .containsExactly(
            "--flinkMaster=%s: must be HOST:PORT of a cluster, or [local] for Flink within this JVM"
                .formatted(master));
  }

  @Test
  void whatIsGivenStays() {
    assertThat(prepare("--parallelism=3", "--useDataStreamForBatch=false"))
        .contains("--parallelism=3", "--useDataStreamForBatch=false")
        .doesNotContain("--useDataStreamForBatch=true");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--attachedMode=false | --attachedMode=false: Flink within this JVM ends with it; name a cluster by --flinkMaster",
        "--parallelism=0 | --parallelism=0: must be at least 1",
        "--parallelism=-3 | --parallelism=-3: must be at least 1",
        "--flinkConfDir=/nowhere | --flinkConfDir=/nowhere: there is no such folder",
        "--flinkMaster=host | --filesToStage: is required where Credence does not come as one jar with Beam's runner",
      })
  void refuses(String argument, String problem) {
    prepare(argument);
    assertThat(problems).containsExactly(problem);
  }
}
