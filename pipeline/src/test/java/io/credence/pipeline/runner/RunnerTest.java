package io.credence.pipeline.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of a runner when the user asks for nothing. */
class RunnerTest {

  private final List<String> problems = new ArrayList<>();

  private List<String> prepare(String... arguments) {
    GivenArguments given = new GivenArguments(List.of(arguments));
    Runners.of(given).prepare(given, Work.BATCH, problems);
    return given.all();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--seed=1", "--runner=DirectRunner", "--runner=direct"})
  void directDoesNotCheckElements(String argument) {
    assertThat(prepare(argument))
        .contains(argument, "--enforceImmutability=false", "--blockOnRun=false")
        .noneMatch(each -> each.contains("linkMaster"));
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--runner=FlinkRunner", "--runner=flink", "--runner=flinkrunner"})
  void flinkScoresBatchesAsItDoesStreams(String runner) {
    assertThat(prepare(runner))
        .contains(runner, "--useDataStreamForBatch=true")
        .noneMatch(argument -> argument.startsWith("--enforce"));
    assertThat(problems).isEmpty();
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
    assertThat(prepare("--runner=FlinkRunner", "--parallelism=3", "--useDataStreamForBatch=false"))
        .contains("--parallelism=3", "--useDataStreamForBatch=false")
        .doesNotContain("--useDataStreamForBatch=true");
    assertThat(prepare("--blockOnRun")).doesNotContain("--blockOnRun=false");
  }

  @Test
  void anotherRunnerIsLeftAlone() {
    assertThat(prepare("--runner=SparkRunner")).containsExactly("--runner=SparkRunner");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--targetParallelism=0 | --seed=1 | --targetParallelism=0: must be at least 1",
        "--runner=FlinkRunner | --attachedMode=false | --attachedMode=false: Flink within this JVM ends with it; name a cluster by --flinkMaster",
        "--runner=FlinkRunner | --parallelism=0 | --parallelism=0: must be at least 1",
        "--runner=FlinkRunner | --parallelism=-3 | --parallelism=-3: must be at least 1",
        "--runner=FlinkRunner | --flinkConfDir=/nowhere | --flinkConfDir=/nowhere: there is no such folder",
        "--runner=FlinkRunner | --flinkMaster=host | --filesToStage: is required where Credence does not come as one jar with Beam's runner",
      })
  void refuses(String first, String second, String problem) {
    prepare(first, second);
    assertThat(problems).containsExactly(problem);
  }
}
