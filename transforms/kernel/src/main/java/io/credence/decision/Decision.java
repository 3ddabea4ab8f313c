package io.credence.decision;

import java.util.List;
import java.util.OptionalLong;

/**
 * What one look after the other said of an output.
 *
 * @param loss the name of the score that is compared, of which less is better
 * @param looks in their order; none where the records had none
 */
public record Decision(String loss, List<Look> looks) {

  public Decision {
    looks = List.copyOf(looks);
  }

  /** Which model is better, as the last look has it. */
  public Preference preference() {
    return looks.isEmpty() ? Preference.UNDECIDED : looks.get(looks.size() - 1).preference();
  }

  /**
   * How many records were compared at the first look that decided as the last one does; empty while
   * it is undecided.
   */
  public OptionalLong decidedAfter() {
    Preference decided = preference();
    return decided == Preference.UNDECIDED
        ? OptionalLong.empty()
        : looks.stream()
            .filter(look -> look.preference() == decided)
            .mapToLong(Look::compared)
            .findFirst();
  }

  /** How many labels there were at the first look with an alarm; empty for none. */
  public OptionalLong alarmedAfter() {
    return looks.stream().filter(Look::isAlarm).mapToLong(Look::labels).findFirst();
  }
}
