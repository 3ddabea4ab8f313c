package io.credence.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WatchTest {

  @Test
  void aLookSaysWhatAllLabelsSaySoFar() {
    Watch watch = new Watch(1, true);
    watch.look(100, 95, 90, 0.5, 1);
    watch.look(500, 475, 490, -0.5, 1);
    Decision decision = new Decision("crps", watch.looks());
    assertThat(decision.looks()).extracting(Look::labels).containsExactly(100L, 500L);
    assertThat(decision.looks()).extracting(Look::coverage).containsExactly(0.95, 0.95);
    assertThat(decision.looks().get(0).bounds().lower()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(decision.looks().get(1).logCoverageEvidence())
        .isEqualTo(CoverageEvidence.log(475, 500, 0.95));
    assertThat(decision.preference()).isEqualTo(Preference.CHALLENGER_BETTER);
    assertThat(decision.decidedAfter()).hasValue(490);
    assertThat(decision.alarmedAfter()).isEmpty();
  }

  @Test
  void theLastLookDecidesAndTheFirstThatAgreesSaysWhen() {
    Watch watch = new Watch(1, true);
    watch.look(300, 285, 300, -1, 1);
    watch.look(600, 570, 600, 0, 1);
    watch.look(900, 855, 900, 1, 1);
    watch.look(1_200, 1_140, 1_200, 1, 1);
    Decision decision = new Decision("crps", watch.looks());
    assertThat(decision.preference()).isEqualTo(Preference.CHAMPION_BETTER);
    assertThat(decision.decidedAfter()).hasValue(900);
    Decision undecided = new Decision("crps", watch.looks().subList(0, 2));
    assertThat(undecided.preference()).isEqualTo(Preference.UNDECIDED);
    assertThat(undecided.decidedAfter()).isEmpty();
  }

  @Test
  void theFirstAlarmStays() {
    Watch watch = new Watch(1, true);
    watch.look(1_000, 950, 0, Double.NaN, Double.NaN);
    watch.look(1_500, 1_350, 0, Double.NaN, Double.NaN);
    watch.look(101_500, 96_350, 0, Double.NaN, Double.NaN);
    Decision decision = new Decision("crps", watch.looks());
    assertThat(decision.alarmedAfter()).hasValue(1_500);
    assertThat(decision.preference()).isEqualTo(Preference.UNDECIDED);
  }

  @Test
  void classesHaveNoCoverage() {
    Watch watch = new Watch(1, false);
    watch.look(300, 0, 300, 1, 1);
    Decision decision = new Decision("brier", watch.looks());
    Look look = decision.looks().get(0);
    assertThat(look.coverage()).isNaN();
    assertThat(look.logCoverageEvidence()).isNaN();
    assertThat(look.logAlarm()).isNaN();
    assertThat(decision.alarmedAfter()).isEmpty();
    assertThat(decision.preference()).isEqualTo(Preference.CHAMPION_BETTER);
  }

  /** Outputs share the error, so that one of two has the bounds of half of it. */
  @Test
  void outputsShareTheError() {
    Watch watch = new Watch(2, true);
    watch.look(500, 475, 500, 0, 1);
    assertThat(watch.looks().get(0).bounds().upper())
        .isCloseTo(MeanBounds.of(0.025, 500, 0, 1).upper(), within(0.0));
  }

  @Test
  void nothingSeenDecidesNothing() {
    Decision decision = new Decision("crps", new Watch(1, true).looks());
    assertThat(decision.preference()).isEqualTo(Preference.UNDECIDED);
    assertThat(decision.decidedAfter()).isEmpty();
  }
}
