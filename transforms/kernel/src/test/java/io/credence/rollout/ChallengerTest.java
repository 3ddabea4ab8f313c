package io.credence.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;
import io.credence.model.Model;
import io.credence.predict.ModelFixture;
import io.credence.predict.PredictSpec;
import io.credence.score.ScoreSpec;
import io.credence.score.Scored;
import io.credence.score.ScoredBy;
import io.credence.score.Scorer;
import io.credence.score.ThreeOutputs;
import io.credence.summary.SummarySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What a challenger says beside a champion, and that nothing of it reaches the champion. */
class ChallengerTest {

  private static final ScoreSpec SPEC =
      new ScoreSpec(
          PredictSpec.DEFAULT.withNumSamples(4), SummarySpec.defaults().withExceedance(2), false);

  private final List<Throwable> unloadable = new ArrayList<>();
  private long now;

  private static Model constant(double... draws) {
    return ModelFixture.predicting("beta").parameter("beta", draws).model();
  }

  private static Scored score(Scorer scorer) throws UnscorableException {
    return scorer.score((record, field) -> null, "");
  }

  private Challenger challenger(Supplier<Model> model, Duration budget) {
    return new Challenger(model, SPEC, budget, () -> now, unloadable::add);
  }

  private Challenger.Result compare(Model champion, Challenger challenger) throws Exception {
    Scorer scorer = Scorer.of(champion, SPEC);
    return challenger.compare(scorer, score(scorer), ChallengerTest::score);
  }

  private static double[] distances(Challenger.Result result) {
    assertThat(result.failure()).isEmpty();
    return Objects.requireNonNull(result.compared()).distances();
  }

  @Test
  void aCopyDiffersInNothing() throws Exception {
    Challenger.Result result =
        compare(
            constant(4, 1, 3, 2), challenger(() -> constant(4, 1, 3, 2), Duration.ofMillis(10)));
    assertThat(distances(result)).containsExactly(0);
    Compared compared = Objects.requireNonNull(result.compared());
    assertThat(compared.challenger()).isEqualTo(compared.champion());
  }

  /** In order 1, 2, 3, 4 and 1, 2.5, 5, 9: (0 + 0.5 + 2 + 5) / 4. */
  @Test
  void numbersAreAsFarApartAsTheirOrderStatistics() throws Exception {
    Challenger challenger = challenger(() -> constant(5, 9, 1, 2.5), Duration.ofMillis(10));
    assertThat(distances(compare(constant(4, 1, 3, 2), challenger))).containsExactly(1.875);
  }

  @Test
  void everyOutputHasADistanceOfItsOwn() throws Exception {
    Challenger challenger =
        challenger(
            () -> new ThreeOutputs(new double[] {1, 3, 1, 2}, 0, 0.5, 0.5), Duration.ofMillis(10));
    double[] distances = distances(compare(new ThreeOutputs(), challenger));
    assertThat(distances).hasSize(3);
    assertThat(distances[0]).isEqualTo(0.125);
    assertThat(distances[1]).isZero();
    assertThat(distances[2]).isCloseTo(0.25, within(1e-15));
  }

  @Test
  void columnsHaveBothSummariesAndTheDifferences() throws Exception {
    Model champion = constant(4, 1, 3, 2);
    Model other = constant(5, 9, 1, 2.5);
    ComparedColumns columns = ComparedColumns.of(champion, ScoredBy.of(other), SPEC);
    List<String> names = columns.columns().stream().map(column -> column.name()).toList();
    assertThat(names)
        .containsExactly(
            "champion_y_pred",
            "champion_y_pred_mean",
            "champion_y_pred_sd",
            "champion_y_pred_lower",
            "champion_y_pred_upper",
            "champion_y_pred_p_gt_2",
            "champion_model_name",
            "champion_model_version",
            "champion_model_digest",
            "champion_n_samples",
            "challenger_y_pred",
            "challenger_y_pred_mean",
            "challenger_y_pred_sd",
            "challenger_y_pred_lower",
            "challenger_y_pred_upper",
            "challenger_y_pred_p_gt_2",
            "challenger_model_name",
            "challenger_model_version",
            "challenger_model_digest",
            "challenger_n_samples",
            "y_pred_diff",
            "y_pred_w1",
            "y_pred_p_gt_2_diff");
    Challenger challenger = challenger(() -> other, Duration.ofMillis(10));
    var row = columns.row(Objects.requireNonNull(compare(champion, challenger).compared()));
    assertThat(row.doubleAt(names.indexOf("champion_y_pred"))).isEqualTo(2.5);
    assertThat(row.doubleAt(names.indexOf("challenger_y_pred"))).isEqualTo(3.75);
    assertThat(row.longAt(names.indexOf("challenger_n_samples"))).isEqualTo(4);
    assertThat(row.doubleAt(names.indexOf("y_pred_diff"))).isEqualTo(1.25);
    assertThat(row.doubleAt(names.indexOf("y_pred_w1"))).isEqualTo(1.875);
    assertThat(row.doubleAt(names.indexOf("y_pred_p_gt_2_diff"))).isEqualTo(0.25);
  }

  @Test
  void classesDifferInTheirProbabilities() {
    ComparedColumns columns =
        ComparedColumns.of(new ThreeOutputs(), ScoredBy.of(new ThreeOutputs()), SPEC);
    assertThat(columns.columns().stream().map(column -> column.name()))
        .contains("program_pred_tv", "program_pred_prob_on_line_diff", "claims_pred_w1")
        .doesNotContain("program_pred_w1");
  }

  @Test
  void whateverItThrowsIsCountedAndTheNextRecordIsTriedAgain() throws Exception {
    List<Throwable> faults =
        List.of(
            new UnscorableException(DeadLetterCode.MISSING_FEATURE, "is away", "x"),
            new IllegalStateException("broken"),
            new StackOverflowError(),
            new NoClassDefFoundError("gone"),
            new AssertionError("no"));
    Challenger challenger = challenger(() -> constant(1, 2, 3, 4), Duration.ofMillis(10));
    Scorer scorer = Scorer.of(constant(4, 1, 3, 2), SPEC);
    Scored served = score(scorer);
    List<String> failures = new ArrayList<>();
    for (Throwable fault : faults) {
      failures.add(
          challenger
              .compare(
                  scorer,
                  served,
                  second -> {
                    if (fault instanceof Error error) {
                      throw error;
                    }
                    throw (Exception) fault;
                  })
              .failure());
    }
    assertThat(failures).containsExactly("MISSING_FEATURE", "FAILED", "FAILED", "FAILED", "FAILED");
    assertThat(distances(challenger.compare(scorer, served, ChallengerTest::score)))
        .containsExactly(0);
  }

  @Test
  void aJvmThatIsOutOfMemoryIsNotTheChallengersAlone() throws Exception {
    Challenger challenger = challenger(() -> constant(1, 2, 3, 4), Duration.ofMillis(10));
    Scorer scorer = Scorer.of(constant(4, 1, 3, 2), SPEC);
    Scored served = score(scorer);
    assertThatThrownBy(
            () ->
                challenger.compare(
                    scorer,
                    served,
                    second -> {
                      throw new OutOfMemoryError("full");
                    }))
        .isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void oneThatCannotBeLoadedIsAskedForAgainAfterAMinute() throws Exception {
    List<Model> models = new ArrayList<>();
    Challenger challenger = challenger(() -> models.get(0), Duration.ofMillis(10));
    assertThat(compare(constant(1, 2, 3, 4), challenger).failure()).isEqualTo("FAILED");
    models.add(constant(1, 2, 3, 4));
    now += Duration.ofMinutes(1).toNanos() - 1;
    assertThat(compare(constant(1, 2, 3, 4), challenger).failure()).isEqualTo("FAILED");
    now++;
    assertThat(distances(compare(constant(1, 2, 3, 4), challenger))).containsExactly(0);
    assertThat(unloadable).singleElement().isInstanceOf(IndexOutOfBoundsException.class);
  }

  /** It takes two seconds to fail, and an hour of records comes, one every millisecond. */
  @Test
  void aLoadThatFailsIsNotTriedForEachRecord() throws Exception {
    int[] loads = {0};
    Supplier<Model> away =
        () -> {
          loads[0]++;
          now += Duration.ofSeconds(2).toNanos();
          throw new IllegalStateException("no route");
        };
    Challenger challenger = challenger(away, Duration.ofMillis(10));
    Scorer scorer = Scorer.of(constant(4, 1, 3, 2), SPEC);
    Scored served = score(scorer);
    Set<String> failures = new HashSet<>();
    for (int i = 0; i < 3_600_000; i++) {
      now += Duration.ofMillis(1).toNanos();
      failures.add(challenger.compare(scorer, served, ChallengerTest::score).failure());
    }
    assertThat(failures).containsExactly("FAILED");
    assertThat(loads[0]).isEqualTo(18); // One in each 200 seconds.
    assertThat(unloadable)
        .singleElement()
        .hasToString(new IllegalStateException("no route").toString());
  }

  @Test
  void oneWhoseClassesAreMissingIsLoadedOnce() throws Exception {
    int[] loads = {0};
    Challenger challenger =
        challenger(
            () -> {
              loads[0]++;
              throw new NoClassDefFoundError("gone");
            },
            Duration.ofMillis(10));
    for (int i = 0; i < 100; i++) {
      assertThat(compare(constant(1, 2, 3, 4), challenger).failure()).isEqualTo("FAILED");
    }
    assertThat(loads[0]).isOne();
  }

  /** It takes 100 ms a record of 10: a second is granted, and then every tenth record. */
  @Test
  void aSlowOneTakesNoMoreThanItsBudget() throws Exception {
    Challenger challenger = challenger(() -> constant(1, 2, 3, 4), Duration.ofMillis(10));
    Scorer scorer = Scorer.of(constant(4, 1, 3, 2), SPEC);
    Scored served = score(scorer);
    int records = 1_000;
    String[] failures = new String[records];
    for (int i = 0; i < records; i++) {
      failures[i] =
          challenger
              .compare(
                  scorer,
                  served,
                  second -> {
                    now += Duration.ofMillis(100).toNanos();
                    return score(second);
                  })
              .failure();
    }
    assertThat(Arrays.stream(failures).distinct()).containsExactlyInAnyOrder("", "OVER_BUDGET");
    assertThat(Duration.ofNanos(now))
        .isBetween(Duration.ofMillis(10_800), Duration.ofMillis(11_100));
  }

  @Test
  void timeThatAFastOneDoesNotUseIsNotSavedUpForEver() throws Exception {
    Challenger challenger = challenger(() -> constant(1, 2, 3, 4), Duration.ofMillis(10));
    Scorer scorer = Scorer.of(constant(4, 1, 3, 2), SPEC);
    Scored served = score(scorer);
    for (int i = 0; i < 10_000; i++) {
      distances(challenger.compare(scorer, served, ChallengerTest::score));
    }
    int slow = 0;
    while (challenger
        .compare(
            scorer,
            served,
            second -> {
              now += Duration.ofMillis(100).toNanos();
              return score(second);
            })
        .failure()
        .isEmpty()) {
      slow++;
    }
    assertThat(slow).isBetween(10, 12);
  }
}
