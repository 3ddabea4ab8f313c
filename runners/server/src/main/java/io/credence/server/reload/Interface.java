package io.credence.server.reload;

import io.credence.model.Feature;
import io.credence.model.Model;
import io.credence.predict.PredictSpec;
import io.credence.score.ScoreColumns;
import io.credence.score.ScoreSpec;
import io.credence.score.ScoredColumn;
import io.credence.summary.SummarySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What those who ask a model rely on: its name, that it takes what it took, and what it gives, in
 * the same columns. A later model may take more, such as levels that are new in its training data,
 * and need less.
 */
final class Interface {

  private final Model old;
  private final Model next;
  private final List<String> changes = new ArrayList<>();

  private Interface(Model old, Model next) {
    this.old = old;
    this.next = next;
  }

  /** A line for each thing that those who ask the old model can't rely on with the next. */
  static List<String> changes(Model old, Model next, PredictSpec base) {
    Interface both = new Interface(old, next);
    both.compare("its name", old.name(), next.name());
    next.features().forEach(both::compare);
    both.compare("its outputs", old.outputs().toString(), next.outputs().toString());
    both.compareColumns(new ScoreSpec(base, SummarySpec.defaults(), false));
    return both.changes;
  }

  private void compare(Feature feature) {
    Optional<Feature> before =
        old.features().stream().filter(each -> each.column().equals(feature.column())).findFirst();
    if (before.isEmpty()) {
      if (!feature.mayBeMissing()) {
        changes.add("  it needs %s, which was not needed".formatted(feature.column()));
      }
    } else if (!takesAllOf(before.get(), feature)) {
      compare("what it takes", describe(old, before.get()), describe(next, feature));
    }
  }

  private boolean takesAllOf(Feature before, Feature feature) {
    return feature.type() == before.type()
        && feature.size() == before.size()
        && feature.min() <= before.min()
        && feature.max() >= before.max()
        && takesLevelsOf(before, feature)
        && (feature.acceptsNumbers() || !before.acceptsNumbers())
        && (feature.mayBeMissing() || !before.mayBeMissing());
  }

  private boolean takesLevelsOf(Feature before, Feature feature) {
    if (!feature.hasLevels() || next.acceptsUnseen(feature)) {
      return true;
    }
    return before.hasLevels()
        && !old.acceptsUnseen(before)
        && feature.levels().containsAll(before.levels());
  }

  /** A model that begins to accept unseen levels adds a column, though its outputs are the same. */
  private void compareColumns(ScoreSpec spec) {
    List<ScoredColumn> before = ScoreColumns.of(old, spec).columns();
    List<ScoredColumn> after = ScoreColumns.of(next, spec).columns();
    if (!before.equals(after)) {
      changes.add(
          "  its columns: would lack %s, and add %s"
              .formatted(less(before, after), less(after, before)));
    }
  }

  private static List<String> less(List<ScoredColumn> all, List<ScoredColumn> some) {
    return all.stream().filter(each -> !some.contains(each)).map(ScoredColumn::name).toList();
  }

  private void compare(String what, String was, String wouldBe) {
    if (!was.equals(wouldBe)) {
      changes.add("  %s: was %s, would be %s".formatted(what, was, wouldBe));
    }
  }

  private static String describe(Model model, Feature feature) {
    return "%s %s %s[%s, %s] size %s levels %s%s%s"
        .formatted(
            feature.column(),
            feature.type().yaml(),
            feature.acceptsNumbers() ? "or number " : "",
            feature.min(),
            feature.max(),
            feature.size(),
            feature.levels(),
            model.acceptsUnseen(feature) ? " or others" : "",
            feature.mayBeMissing() ? " or none" : "");
  }
}
