package io.credence.registry;

import io.credence.registry.log.Change.Decided;
import io.credence.registry.log.Outcome;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was decided of a version beside what an alias names, since the alias moved last.
 *
 * @param decisions in their order
 */
record Climb(List<Decided> decisions) {

  Climb {
    decisions = List.copyOf(decisions);
  }

  static Climb of(ModelHistory history, String version, Alias alias) {
    return new Climb(
        history.events().stream()
            .filter(event -> event.number() > alias.event())
            .flatMap(
                event ->
                    event.change() instanceof Decided decided ? Stream.of(decided) : Stream.empty())
            .filter(
                decided ->
                    decided.version().equals(version) && decided.alias().equals(alias.name()))
            .toList());
  }

  /** The share that the last decision gave; 0 before the first. */
  double share() {
    return decisions.isEmpty() ? 0 : decisions.get(decisions.size() - 1).nextShare();
  }

  /**
   * Whether an evaluation has taken the version up already from a smaller share. From the same one
   * it may do so again, as a decision that was not carried out is repeated.
   */
  boolean wentBy(String sha256, double share) {
    return decisions.stream()
        .anyMatch(
            decided ->
                decided.outcome() == Outcome.PROMOTE
                    && decided.evaluation().sha256().equals(sha256)
                    && decided.share() < share);
  }
}
