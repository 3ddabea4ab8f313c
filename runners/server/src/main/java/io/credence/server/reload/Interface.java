package io.credence.server.reload;

import io.credence.model.Feature;
import io.credence.model.Model;
import java.util.ArrayList;
import java.util.List;

/** What those who ask a model rely on: its name, what it takes, and what it gives. */
final class Interface {

  private Interface() {}

  /** A line for each thing in which two models differ. */
  static List<String> changes(Model old, Model next) {
    List<String> changes = new ArrayList<>();
    compare("its name", old.name(), next.name(), changes);
    compare("its features", features(old), features(next), changes);
    compare("its outputs", old.outputs().toString(), next.outputs().toString(), changes);
    return changes;
  }

  private static void compare(String what, String old, String next, List<String> changes) {
    if (!old.equals(next)) {
      changes.add("  %s: was %s, would be %s".formatted(what, old, next));
    }
  }

  private static String features(Model model) {
    return String.join("; ", model.features().stream().map(each -> feature(model, each)).toList());
  }

  private static String feature(Model model, Feature feature) {
    return "%s %s %s[%s, %s] size %s levels %s%s%s%s"
        .formatted(
            feature.column(),
            feature.type().yaml(),
            feature.acceptsNumbers() ? "or number " : "",
            feature.min(),
            feature.max(),
            feature.size(),
            feature.levels(),
            model.acceptsUnseen(feature) ? " or others" : "",
            feature.missingIsUnseen() ? " or none" : "",
            feature.defaultValue() == null ? "" : " default " + feature.defaultValue());
  }
}
