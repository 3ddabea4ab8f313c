package io.credence.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.cli.options.Arguments;
import io.credence.cli.options.ScoreOptions;
import io.credence.problem.Problems;
import io.credence.score.ScoreSpec;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScoreSpecsTest {

  private final Problems problems = new Problems();

  private ScoreSpec spec(String... arguments) {
    return ScoreSpecs.of(Objects.requireNonNull(options(arguments), problems::toString), problems);
  }

  private @Nullable ScoreOptions options(String... arguments) {
    return Arguments.parse(ScoreOptions.class, List.of(arguments), problems);
  }

  @Test
  void whatHasNoNameIsForAllOutputs() {
    ScoreSpec spec = spec("--quantiles=0.1,0.8", "--exceed=15", "--bins=20");
    assertThat(spec.summary("y").quantiles()).containsExactly(0.1, 0.8);
    assertThat(spec.summary("y").thresholds()).containsExactly(15);
    assertThat(spec.summary("y").bins()).isEqualTo(20);
    assertThat(spec.byOutput()).isEmpty();
    assertThat(problems).isEmpty();
  }

  @Test
  void aNamedOutputHasItsOwnAndTheOthersTheDefault() {
    ScoreSpec spec =
        spec("--exceed=loss:1000,loss:5", "--hdiProbability=loss:0.8", "--bins=5,loss:20");
    assertThat(spec.summary("loss").thresholds()).containsExactly(1000, 5);
    assertThat(spec.summary("loss").hdiProbabilities()).containsExactly(0.8);
    assertThat(spec.summary("loss").bins()).isEqualTo(20);
    assertThat(spec.summary("claims").thresholds()).isEmpty();
    assertThat(spec.summary("claims").hdiProbabilities()).containsExactly(0.95);
    assertThat(spec.summary("claims").bins()).isEqualTo(5);
    assertThat(problems).isEmpty();
  }

  @Test
  void whatCouldBeReadTwoWaysIsRefused() {
    spec("--exceed=15,loss:1000");
    assertThat(problems)
        .containsExactly(
            "--exceed: 15.0 could be for all outputs or for all but loss; name an output before"
                + " each number, or before none");
  }

  @Test
  void valuesOutOfRangeAreReportedAlsoUnderAName() {
    spec("--quantiles=loss:1.5", "--bins=loss:-1", "--exceed=loss:1,loss:1");
    assertThat(problems)
        .containsExactly(
            "--quantiles: The probability of a quantile must lie in (0, 1), but was 1.5",
            "--exceed: Each exceedance threshold must be given once, but 1.0 was repeated",
            "--bins: The number of bins must lie in [0, 10000], but was -1");
  }

  @Test
  void aHistogramHasOneNumberOfBins() {
    spec("--bins=5,6");
    assertThat(problems)
        .containsExactly("--bins: A histogram has one number of bins, but 2 were given");
  }

  @Test
  void whatIsNoNumberIsRefusedAsItWasTyped() {
    assertThat(options("--exceed=loss:high", "--bins=loss:2.5", "--quantiles=0.1,loss")).isNull();
    assertThat(problems)
        .containsExactly(
            "--exceed=loss:high: must be one or several finite numbers, for all outputs or as"
                + " NAME:15 for one",
            "--bins=loss:2.5: must be from 0, which leaves the histogram out, to 10,000, for all"
                + " outputs or as NAME:20 for one",
            "--quantiles=0.1,loss: must be one or several, each above 0 and below 1, for all"
                + " outputs or as NAME:0.9 for one");
  }

  @Test
  void aManifestKeepsNumbersWhereNoOutputIsNamed() {
    assertThat(OutputNumbers.recorded(List.of("15", "1e3"))).isEqualTo(List.of(15.0, 1000.0));
    assertThat(OutputNumbers.recorded(List.of("loss:15"))).isEqualTo(List.of("loss:15"));
    ScoreOptions options = Objects.requireNonNull(options("--bins=20"));
    assertThat(SummaryOption.recorded(options)).containsEntry("bins", 20);
  }
}
