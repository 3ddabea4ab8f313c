package io.credence.registry;

import io.credence.registry.log.Change;
import io.credence.registry.log.Change.Decided;
import io.credence.registry.log.Change.Promotion;
import io.credence.registry.log.Change.Rollback;
import io.credence.registry.log.Outcome;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What may be decided of a version that is tried beside another one. */
final class Trials {

  private Trials() {}

  /**
   * What labels say of a version beside what an alias names. A version that the alias names has all
   * records, and can but keep or lose them.
   *
   * @param share of the records that the version has now, in [0, 1]; null for what the last
   *     decision gave it
   */
  static Decided decided(
      ModelHistory history,
      String version,
      String alias,
      Evidence evidence,
      @Nullable Double share,
      Steps steps)
      throws RefusedException {
    ModelVersion tried = Decisions.present(history, version);
    if (tried.isRetired()) {
      throw new RefusedException("%s %s is retired".formatted(history.name(), version));
    }
    ModelVersion champion = champion(history, tried, alias);
    Alias named = Decisions.alias(history, alias);
    boolean inUse = named.version().equals(version);
    Climb climb = Climb.of(history, version, named);
    double now = inUse ? 1 : share == null ? climb.share() : share;
    Choice choice = choice(tried, champion, evidence);
    if (!inUse && climb.wentBy(evidence.entry().sha256(), now)) {
      choice = choice.withoutNewLabels();
    }
    Outcome outcome =
        inUse && choice.outcome() == Outcome.PROMOTE ? Outcome.HOLD : choice.outcome();
    return new Decided(
        version,
        tried.registration().digest(),
        alias,
        champion.version(),
        outcome,
        now,
        steps.next(now, outcome),
        choice.reasons(),
        evidence.trial().outputs(),
        evidence.entry());
  }

  /**
   * The move of an alias that a decision comes to; null where it moves none.
   *
   * @throws RefusedException when a person pinned the alias, or it names something else by now
   */
  static @Nullable Change move(ModelHistory history, Decided decided, Evidence evidence)
      throws RefusedException {
    boolean inUse = Decisions.alias(history, decided.alias()).version().equals(decided.version());
    if (decided.outcome() == Outcome.ROLLBACK && inUse) {
      requireMovable(history, decided, decided.version());
      ModelVersion before = Decisions.rollback(history, decided.alias());
      requireComparedWith(before, history, decided);
      return new Rollback(
          before.version(), before.registration().digest(), decided.alias(), decided.version());
    }
    if (decided.outcome() == Outcome.PROMOTE && decided.nextShare() == 1 && !inUse) {
      requireMovable(history, decided, decided.champion());
      Decisions.promotion(history, decided.version(), decided.alias(), evidence, false);
      return new Promotion(
          decided.version(), decided.digest(), decided.alias(), decided.evaluation(), false);
    }
    return null;
  }

  /** The alias may have moved and come back, and have another version behind it than it had. */
  private static void requireComparedWith(
      ModelVersion before, ModelHistory history, Decided decided) throws RefusedException {
    if (!before.version().equals(decided.champion())) {
      throw new RefusedException(
          "%s of %s would go back to %s by now, but %s was compared with %s"
              .formatted(
                  decided.alias(),
                  history.name(),
                  before.version(),
                  decided.version(),
                  decided.champion()));
    }
  }

  private static void requireMovable(ModelHistory history, Decided decided, String named)
      throws RefusedException {
    Alias now = Decisions.alias(history, decided.alias());
    if (now.isPinned()) {
      throw new RefusedException(
          "%s of %s is pinned to %s: a person must move it"
              .formatted(now.name(), history.name(), now.version()));
    }
    if (!now.version().equals(named)) {
      throw new RefusedException(
          "%s of %s names %s by now, and no more %s"
              .formatted(now.name(), history.name(), now.version(), named));
    }
  }

  /**
   * The version that one is compared with: what the alias names, or, for the version that it names
   * itself, what it named before.
   */
  private static ModelVersion champion(ModelHistory history, ModelVersion tried, String alias)
      throws RefusedException {
    Alias now = Decisions.alias(history, alias);
    if (!now.version().equals(tried.version())) {
      return Decisions.present(history, now.version());
    }
    Optional<String> before = now.before();
    if (before.isEmpty()) {
      throw new RefusedException(
          "%s of %s has named nothing but %s: there is nothing to compare it with"
              .formatted(alias, history.name(), now.version()));
    }
    return Decisions.present(history, before.get());
  }

  /**
   * What to do with a version that is tried.
   *
   * @throws RefusedException when the evaluation is not of just these two, or has no looks
   */
  private static Choice choice(ModelVersion tried, ModelVersion champion, Evidence evidence)
      throws RefusedException {
    Trial trial = evidence.trial();
    requireOf("--model", evidence.digest(), tried);
    requireOf("--against", trial.against(), champion);
    if (!trial.hasLooks()) {
      throw new RefusedException(
          "The evaluation has no looks at labels in their order, as that of a stream: evaluate files"
              + " that hold labels, with --against, and decide by that");
    }
    return Choice.of(trial.outputs(), evidence.against(tried.registration().digest()));
  }

  private static void requireOf(String option, @Nullable String digest, ModelVersion wanted)
      throws RefusedException {
    if (!wanted.registration().digest().equals(digest)) {
      throw new RefusedException(
          "The evaluation must have %s, with digest %s, as its %s, but has %s"
              .formatted(
                  wanted.version(),
                  wanted.registration().digest(),
                  option,
                  digest == null ? "none" : "a model with digest " + digest));
    }
  }
}
