package io.credence.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.cli.options.ScoreOptions;
import io.credence.jobs.runner.Runner;
import io.credence.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.Test;

class RunnerCheckTest {

  private final Problems problems = new Problems();
  private final List<String> notes = new ArrayList<>();
  private final ScoreOptions options = PipelineOptionsFactory.as(ScoreOptions.class);

  /** A cluster, of which only this is asked. */
  private record Cluster(boolean sharesDisk, boolean restoresSavepoint) implements Runner {
    @Override
    public String name() {
      return "cluster";
    }
  }

  private void check(Runner runner) {
    RunnerCheck.run(runner, options, problems, notes);
  }

  @Test
  void workersElsewhereDoNotFindAStoreOfThisMachine() {
    options.setS3Endpoint("http://localhost:9000");
    check(new Cluster(false, false));
    assertThat(problems).isEmpty();
    assertThat(notes)
        .containsExactly(
            "--s3Endpoint=http://localhost:9000: is each machine itself; workers on others look for the store there, not here");
    notes.clear();
    options.setS3Endpoint("http://minio:9000");
    check(new Cluster(false, false));
    assertThat(notes).isEmpty();
  }

  @Test
  void workersOfThisMachineFindAStoreHere() {
    options.setS3Endpoint("http://localhost:9000");
    check(new Cluster(true, false));
    assertThat(notes).isEmpty();
  }

  @Test
  void aSavepointSaysWhereToBegin() {
    options.setStartAt("earliest");
    check(new Cluster(true, true));
    assertThat(problems)
        .containsExactly(
            "--startAt=earliest: a job that goes on from a savepoint reads what that says; leave it out");
  }
}
