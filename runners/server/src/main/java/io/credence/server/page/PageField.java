package io.credence.server.page;

import io.credence.model.Feature;
import io.credence.model.FeatureType;
import io.credence.model.Model;
import io.credence.server.html.Html;
import io.credence.server.scoring.ExampleValue;
import io.credence.server.scoring.FeatureWords;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of the form.
 *
 * @param name of its value in the form
 * @param label for people
 * @param hint what it takes, in words
 * @param levels of which it takes one; empty when it takes others too
 * @param suggestions examples of what it takes
 * @param atFirst its value before a person changes it
 */
record PageField(
    String name,
    String label,
    String hint,
    List<String> levels,
    List<String> suggestions,
    String atFirst) {

  private static final String RECORD = "data.";

  /** The name in a form of a field of the record. */
  static String name(String column) {
    return RECORD + column;
  }

  static PageField of(Model model, Feature feature) {
    List<String> levels =
        feature.type() == FeatureType.BOOL ? List.of("true", "false") : feature.levels();
    boolean closed = !model.acceptsUnseen(feature);
    return new PageField(
        name(feature.column()),
        feature.column(),
        hint(feature, closed && !levels.isEmpty()),
        closed ? withMissing(feature, levels) : List.of(),
        closed ? List.of() : levels,
        ExampleValue.text(feature));
  }

  static PageField plain(String name, String label, String hint, Object atFirst) {
    return new PageField(name, label, hint, List.of(), List.of(), atFirst.toString());
  }

  private static String hint(Feature feature, boolean isChoice) {
    String words =
        feature.hasLevels() ? "a level that is listed, or another" : FeatureWords.of(feature);
    String hint = isChoice ? "" : words;
    if (!feature.mayBeMissing()) {
      return hint;
    }
    return hint.isEmpty() ? "may be empty" : hint + "; may be empty";
  }

  private static List<String> withMissing(Feature feature, List<String> levels) {
    if (levels.isEmpty() || !feature.mayBeMissing() || levels.contains("")) {
      return levels;
    }
    List<String> all = new ArrayList<>(levels);
    all.add(0, "");
    return all;
  }

  /**
   * Writes it.
   *
   * @param value which it holds
   * @param fault what is wrong with the value; null when nothing is
   */
  void write(String value, @Nullable String fault, Html html) {
    html.open("div").data("label", label, "for", name);
    List<String> attributes = new ArrayList<>(List.of("name", name, "id", name));
    if (fault != null) {
      attributes.addAll(List.of("aria-invalid", "true", "aria-describedby", name + "-fault"));
    }
    if (levels.isEmpty()) {
      writeInput(value, attributes, html);
    } else {
      writeChoice(value, attributes, html);
    }
    if (!hint.isEmpty()) {
      html.data("small", hint);
    }
    if (fault != null) {
      html.data("p", fault, "class", "fault", "id", name + "-fault");
    }
    html.close("div");
  }

  private void writeInput(String value, List<String> attributes, Html html) {
    attributes.addAll(List.of("value", value, "dir", "auto", "autocomplete", "off"));
    if (!suggestions.isEmpty()) {
      attributes.addAll(List.of("list", name + "-levels"));
    }
    html.open("input", attributes.toArray(String[]::new));
    if (!suggestions.isEmpty()) {
      html.open("datalist", "id", name + "-levels");
      suggestions.forEach(each -> html.element("option", each, "value", each));
      html.close("datalist");
    }
  }

  /** A value that is none of the levels stays, so that a person sees what was refused. */
  private void writeChoice(String value, List<String> attributes, Html html) {
    html.open("select", attributes.toArray(String[]::new));
    if (!levels.contains(value)) {
      writeOption(value, true, html);
    }
    levels.forEach(each -> writeOption(each, each.equals(value), html));
    html.close("select");
  }

  private static void writeOption(String value, boolean isSelected, Html html) {
    if (isSelected) {
      html.element("option", value, "value", value, "dir", "auto", "selected", "selected");
    } else {
      html.element("option", value, "value", value, "dir", "auto");
    }
  }
}
