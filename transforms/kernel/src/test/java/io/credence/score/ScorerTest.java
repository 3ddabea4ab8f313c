package io.credence.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;
import io.credence.model.Model;
import io.credence.predict.ModelFixture;
import io.credence.predict.PredictSpec;
import io.credence.summary.SummarySpec;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScorerTest {

  private static final PredictSpec FOUR = PredictSpec.DEFAULT.withNumSamples(4);

  private static Scored score(Scorer scorer, Map<String, Object> record)
      throws UnscorableException {
    return scorer.score((r, field) -> r.get(scorer.fields().get(field)), record);
  }

  private static Model levels() {
    return ModelFixture.predicting("beta[c]")
        .texts("c", "a")
        .vector("beta", "c", 1, 2, 3, 4)
        .unseen("c", "beta", "normal()")
        .model();
  }

  @Test
  void samplesAreKeptOnlyWhenAsked() throws Exception {
    ScoreSpec without = new ScoreSpec(FOUR, SummarySpec.defaults(), false);
    ScoreSpec with = new ScoreSpec(FOUR, SummarySpec.defaults(), true);
    assertThat(score(Scorer.of(levels(), without), Map.of("c", "a")).samples(0)).isEmpty();
    assertThat(score(Scorer.of(levels(), with), Map.of("c", "a")).samples(0))
        .containsExactly(1, 2, 3, 4);
  }

  @Test
  void scoresKeepTheirSamplesWhenTheNextRecordIsScored() throws Exception {
    Scorer scorer = Scorer.of(levels(), new ScoreSpec(FOUR, SummarySpec.defaults(), true));
    Scored first = score(scorer, Map.of("c", "a"));
    Scored second = score(scorer, Map.of("c", "zz"));
    assertThat(first.samples(0)).containsExactly(1, 2, 3, 4);
    assertThat(second.samples(0)).doesNotContain(1, 2, 3, 4);
    assertThat(second.unseenLevels()).containsExactly("c=zz");
    assertThat(first).isEqualTo(score(scorer, Map.of("c", "a"))).isNotEqualTo(second);
  }

  @Test
  void theSameSamplesReducedToOtherFigures() throws Exception {
    ScoreSpec wide = new ScoreSpec(FOUR, SummarySpec.defaults(), true);
    ScoreSpec narrow = new ScoreSpec(FOUR, SummarySpec.defaults().withHdi(0.5).withBins(2), true);
    Scorer scorer = Scorer.of(levels(), wide);
    Scorer reducing = scorer.reducingTo(narrow);
    for (String level : new String[] {"a", "zz", "yy"}) {
      Map<String, Object> record = Map.of("c", level);
      assertThat(score(reducing, record)).isEqualTo(score(Scorer.of(levels(), narrow), record));
      assertThat(score(scorer, record)).isEqualTo(score(Scorer.of(levels(), wide), record));
    }
    ScoreSpec other = new ScoreSpec(FOUR.withSeed(1), SummarySpec.defaults(), true);
    assertThatThrownBy(() -> scorer.reducingTo(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("seed=1");
  }

  @Test
  void aRecordIsIdentifiedByWhatItsNoiseComesFrom() throws Exception {
    Scorer scorer = Scorer.of(levels(), new ScoreSpec(FOUR, SummarySpec.defaults(), false));
    score(scorer, Map.of("c", "zz"));
    String id = scorer.recordId();
    assertThat(id).matches("[0-9a-f]{32}");
    score(scorer, Map.of("c", "a"));
    assertThat(scorer.recordId()).isNotEqualTo(id);
    score(scorer, Map.of("c", "zz", "note", 1));
    assertThat(scorer.recordId()).isEqualTo(id);
    Scorer otherSeed =
        Scorer.of(levels(), new ScoreSpec(FOUR.withSeed(1), SummarySpec.defaults(), false));
    score(otherSeed, Map.of("c", "zz"));
    assertThat(otherSeed.recordId()).isNotEqualTo(id);
  }

  @Test
  void samplesTooCloseForTheBinsAreADeadLetter() {
    // Two neighbouring doubles leave no room for the edges of ten bins.
    double next = Math.nextUp(1.0);
    Model model = ModelFixture.predicting("beta").parameter("beta", 1, next, 1, next).model();
    Scorer scorer = Scorer.of(model, new ScoreSpec(FOUR, SummarySpec.defaults(), false));
    assertThatThrownBy(() -> score(scorer, Map.of()))
        .isInstanceOfSatisfying(
            UnscorableException.class,
            e -> assertThat(e.code()).isEqualTo(DeadLetterCode.DEGENERATE_HISTOGRAM));
  }
}
