package io.credence.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credence.registry.log.Change.ComparedOutput;
import io.credence.registry.log.Change.Decided;
import io.credence.registry.log.Event;
import io.credence.registry.log.Outcome;
import io.credence.registry.store.LocalRegistryStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Version 2.0.0 is tried beside 1.0.0, which champion names. */
class TrialsTest {

  private static final Author ADA = new Author("ada", "a test");
  private static final Author PROGRAM = new Author("nightly", null);
  private static final String CHAMPION = "champion";
  private static final Steps STEPS = new Steps(List.of(0.05, 0.2, 0.5, 1.0));
  private static final String BETTER = "\"challenger_better\"";
  private static final String WORSE = "\"champion_better\"";
  private static final String UNDECIDED = "\"undecided\"";

  private final Path folder;
  private final Registry registry;
  private String first = "";
  private String second = "";

  TrialsTest(@TempDir Path folder) {
    this.folder = folder;
    this.registry =
        new Registry(new LocalRegistryStore(folder.resolve("models")), Clock.systemUTC());
  }

  @BeforeEach
  void registerTwo() throws Exception {
    Candidate one = Models.version(folder, "1.0.0");
    Candidate two = Models.other(folder, "2.0.0");
    registry.register(one, Map.of(), ADA);
    registry.register(two, Map.of(), ADA);
    registry.promote(Models.NAME, "1.0.0", CHAMPION, null, true, ADA);
    first = one.digest();
    second = two.digest();
  }

  private static Evidence evidence(
      String digest, String against, String verdict, String alarm, String more) throws Exception {
    return Evidence.read(
        """
        {"format_version": 1, "model": {"digest": "%s"}, "against": {"digest": "%s"},
         "verdict": "calibrated", "passed": true, "gates": [%s],
         "outputs": [{"name": "y", "verdict": "calibrated", "decision": {"loss": "crps",
          "verdict": %s, "decided_after": 300, "alarmed_after": %s, "looks": [{"compared": 1},
          {"compared": 500, "difference": -0.5, "lower": -0.75, "upper": -0.25,
           "log_evidence": 9.5}]}}]}
        """
            .formatted(digest, against, more, verdict, alarm)
            .getBytes(StandardCharsets.UTF_8));
  }

  private Evidence evidence(String verdict, String alarm) throws Exception {
    return evidence(second, first, verdict, alarm, "");
  }

  /** The same verdict by another evaluation, of a later day. */
  private Evidence later(String verdict) throws Exception {
    String gate = "{\"output\": \"y\", \"figure\": \"crps\", \"value\": 1.5, \"met\": true}";
    return evidence(second, first, verdict, "null", gate);
  }

  /** Decides from the share that the log has. */
  private Decided next(Evidence evidence) throws Exception {
    return (Decided)
        registry.decide(Models.NAME, "2.0.0", CHAMPION, evidence, null, STEPS, PROGRAM).change();
  }

  private Event decide(Evidence evidence, double share) throws Exception {
    return registry.decide(Models.NAME, "2.0.0", CHAMPION, evidence, share, STEPS, PROGRAM);
  }

  private Decided decided(Evidence evidence, double share) throws Exception {
    return (Decided) decide(evidence, share).change();
  }

  private String champion() throws Exception {
    return registry.history(Models.NAME).alias(CHAMPION).orElseThrow().version();
  }

  @Test
  void aDecisionKeepsItsNumbers() throws Exception {
    Event event = decide(evidence(BETTER, "null"), 0);
    Decided decided = (Decided) event.change();
    assertThat(decided.outcome()).isEqualTo(Outcome.PROMOTE);
    assertThat(decided.champion()).isEqualTo("1.0.0");
    assertThat(decided.nextShare()).isEqualTo(0.05);
    assertThat(decided.outputs())
        .containsExactly(
            new ComparedOutput(
                "y", "crps", "challenger_better", 500, -0.5, -0.75, -0.25, 9.5, null));
    assertThat(decided.reasons())
        .containsExactly("crps_difference of y is from -0.75 to -0.25 after 500 records");
    List<Event> events = registry.history(Models.NAME).events();
    assertThat(events.get(events.size() - 1)).isEqualTo(event);
    assertThat(champion()).isEqualTo("1.0.0");
    assertThat(registry.verify(Models.NAME).problems()).isEmpty();
    Files.writeString(
        folder.resolve("models/" + Models.NAME + "/" + decided.evaluation().file()), "x");
    assertThat(registry.verify(Models.NAME).problems())
        .singleElement()
        .asString()
        .contains("was changed");
  }

  @Test
  void theOutcomeGoesByTheWorstOutput() throws Exception {
    assertThat(decided(evidence(WORSE, "null"), 0.2))
        .matches(it -> it.outcome() == Outcome.ROLLBACK && it.nextShare() == 0);
    assertThat(decided(evidence(UNDECIDED, "null"), 0.2))
        .matches(it -> it.outcome() == Outcome.HOLD && it.nextShare() == 0.2);
    assertThat(decided(evidence(BETTER, "null"), 0.2))
        .matches(it -> it.outcome() == Outcome.PROMOTE && it.nextShare() == 0.5);
    Decided alarmed = decided(evidence(UNDECIDED, "5400"), 0.2);
    assertThat(alarmed.outcome()).isEqualTo(Outcome.ROLLBACK);
    assertThat(alarmed.reasons())
        .containsExactly("95 % intervals of y do not cover 95 % any more, after 5400 labels");
    // Both may have the alarm, as the world changed; the better one is no worse for it.
    assertThat(decided(evidence(BETTER, "5400"), 0.2).outcome()).isEqualTo(Outcome.PROMOTE);
    String unmet = "{\"output\": \"y\", \"figure\": \"crps\", \"value\": 13.5, \"met\": false}";
    Decided held = decided(evidence(second, first, BETTER, "null", unmet), 0.2);
    assertThat(held.outcome()).isEqualTo(Outcome.HOLD);
    assertThat(held.reasons()).containsExactly("crps of y is 13.5");
  }

  @Test
  void anEvaluationIsOfTheTwoInQuestion() {
    assertThatThrownBy(() -> decide(evidence(first, second, BETTER, "null", ""), 0))
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith("The evaluation must have 2.0.0, with digest " + second)
        .hasMessageEndingWith(", as its --model, but has a model with digest " + first);
    assertThatThrownBy(() -> decide(Models.good(second), 0))
        .isInstanceOf(RefusedException.class)
        .hasMessageEndingWith(", as its --against, but has none");
    assertThatThrownBy(
            () ->
                registry.decide(
                    Models.NAME, "2.0.0", "blue", evidence(BETTER, "null"), 0.0, STEPS, ADA))
        .hasMessageContaining("has no alias 'blue'; its aliases: champion");
  }

  @Test
  void theLastStepMovesTheAliasAndALaterDecisionMovesItBack() throws Exception {
    Evidence better = evidence(BETTER, "null");
    Event step = decide(better, 0.2);
    assertThat(registry.carryOut(Models.NAME, step, better, PROGRAM)).isEmpty();
    Evidence later = later(BETTER);
    Event last = decide(later, 0.5);
    assertThat(registry.carryOut(Models.NAME, last, later, PROGRAM)).isPresent();
    assertThat(champion()).isEqualTo("2.0.0");
    // What it names has all records, and can't take over more.
    assertThat(decided(better, 0))
        .matches(it -> it.outcome() == Outcome.HOLD && it.nextShare() == 1);
    Evidence worse = evidence(WORSE, "null");
    Event back = decide(worse, 0);
    assertThat(((Decided) back.change()).champion()).isEqualTo("1.0.0");
    assertThat(registry.carryOut(Models.NAME, back, worse, PROGRAM)).isPresent();
    assertThat(champion()).isEqualTo("1.0.0");
    assertThat(registry.verify(Models.NAME).problems()).isEmpty();
  }

  @Test
  void anAliasGoesBackOnlyToWhatWasCompared() throws Exception {
    promote("2.0.0");
    Evidence worse = evidence(WORSE, "null");
    Event back = decide(worse, 0);
    registry.register(Models.version(folder.resolve("third"), "3.0.0"), Map.of(), ADA);
    promote("3.0.0");
    promote("2.0.0");
    assertThatThrownBy(() -> registry.carryOut(Models.NAME, back, worse, PROGRAM))
        .isInstanceOf(RefusedException.class)
        .hasMessageEndingWith("would go back to 3.0.0 by now, but 2.0.0 was compared with 1.0.0");
    assertThat(champion()).isEqualTo("2.0.0");
  }

  private void promote(String version) throws Exception {
    registry.promote(Models.NAME, version, CHAMPION, null, true, ADA);
  }

  @Test
  void oneEvaluationTakesAVersionUpByOneStep() throws Exception {
    Evidence today = evidence(BETTER, "null");
    assertThat(next(today))
        .matches(it -> it.outcome() == Outcome.PROMOTE && it.share() == 0)
        .matches(it -> it.nextShare() == 0.05);
    for (int again = 0; again < 2; again++) {
      Decided held = next(today);
      assertThat(held)
          .matches(it -> it.outcome() == Outcome.HOLD && it.share() == 0.05)
          .matches(it -> it.nextShare() == 0.05);
      assertThat(held.reasons()).singleElement().asString().contains("needs labels since");
    }
    // A decision that was not carried out may be repeated, from the share that it was made for.
    assertThat(decided(today, 0))
        .matches(it -> it.outcome() == Outcome.PROMOTE && it.nextShare() == 0.05);
    assertThat(next(later(BETTER)))
        .matches(it -> it.outcome() == Outcome.PROMOTE && it.nextShare() == 0.2);
    for (Evidence used : List.of(today, later(BETTER))) {
      assertThat(next(used)).matches(it -> it.outcome() == Outcome.HOLD && it.nextShare() == 0.2);
    }
    assertThat(next(evidence(WORSE, "null")))
        .matches(it -> it.outcome() == Outcome.ROLLBACK && it.share() == 0.2);
    assertThat(next(later(UNDECIDED)).share()).isZero();
  }

  @Test
  void aTrialBeginsAnewOnceTheAliasMoved() throws Exception {
    Evidence better = evidence(BETTER, "null");
    assertThat(decided(better, 0.5).nextShare()).isEqualTo(1);
    registry.promote(Models.NAME, "2.0.0", CHAMPION, better, false, ADA);
    registry.rollback(Models.NAME, CHAMPION, ADA);
    assertThat(next(better))
        .matches(it -> it.outcome() == Outcome.PROMOTE && it.share() == 0)
        .matches(it -> it.nextShare() == 0.05);
  }

  @Test
  void anEvaluationWithoutLooksDecidesNothing() throws Exception {
    Evidence stream =
        Evidence.read(
            """
            {"format_version": 1, "model": {"digest": "%s"}, "against": {"digest": "%s"},
             "verdict": "calibrated", "passed": true, "gates": [],
             "outputs": [{"name": "y", "verdict": "calibrated", "decision": {"loss": "crps",
              "verdict": "undecided", "looks": []}}]}
            """
                .formatted(second, first)
                .getBytes(StandardCharsets.UTF_8));
    int events = registry.history(Models.NAME).events().size();
    assertThatThrownBy(() -> decide(stream, 0))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("has no looks")
        .hasMessageContaining("evaluate files that hold labels, with --against");
    assertThat(registry.history(Models.NAME).events()).hasSize(events);
  }

  @Test
  void aPinnedAliasIsLeftToPeople() throws Exception {
    registry.pin(Models.NAME, CHAMPION, ADA);
    Evidence better = evidence(BETTER, "null");
    Event last = decide(better, 0.5);
    assertThatThrownBy(() -> registry.carryOut(Models.NAME, last, better, PROGRAM))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("is pinned to 1.0.0: a person must move it");
    assertThat(champion()).isEqualTo("1.0.0");
    registry.promote(Models.NAME, "2.0.0", CHAMPION, better, false, ADA);
    assertThat(registry.history(Models.NAME).alias(CHAMPION).map(Alias::isPinned))
        .isEqualTo(Optional.of(false));
    // The decision was about another champion.
    registry.rollback(Models.NAME, CHAMPION, ADA);
    registry.register(Models.version(folder.resolve("third"), "3.0.0"), Map.of(), ADA);
    registry.promote(Models.NAME, "3.0.0", CHAMPION, null, true, ADA);
    assertThatThrownBy(() -> registry.carryOut(Models.NAME, last, better, PROGRAM))
        .hasMessageContaining("names 3.0.0 by now, and no more 1.0.0");
  }

  @Test
  void stepsAreAscendingSharesUpToOne() {
    assertThatThrownBy(() -> new Steps(List.of(0.5, 0.2, 1.0)))
        .hasMessageContaining("each greater than the one before, but are [0.5, 0.2, 1.0]");
    assertThatThrownBy(() -> new Steps(List.of(0.5)))
        .hasMessageContaining("The last of the steps must be 1, but they are [0.5]");
    assertThatThrownBy(() -> new Steps(List.of())).hasMessageContaining("The last of the steps");
    assertThatThrownBy(() -> new Steps(List.of(Double.NaN))).hasMessageContaining("Steps are");
    assertThat(new Steps(List.of(1.0)).next(0, Outcome.PROMOTE)).isEqualTo(1);
  }
}
