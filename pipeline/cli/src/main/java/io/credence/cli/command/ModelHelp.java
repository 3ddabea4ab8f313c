package io.credence.cli.command;

import io.credence.cli.text.Paragraph;
import io.credence.distribution.DistributionEntry;
import io.credence.distribution.Distributions;
import io.credence.expression.Calls;
import io.credence.expression.FunctionDeclaration;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code credence help model} says: each function and distribution, as it declares itself, so
 * also those that are found on the class path.
 */
final class ModelHelp {

  /** In the place of a command's name. */
  static final String NAME = "model";

  private static final String INDENT = "      ";

  private static final List<String> BEFORE =
      List.of(
          "What the expressions of a model.yaml can use. docs/model-folder.md explains",
          "the whole file, docs/models-by-kind.md has an example of each kind of model.",
          "");

  private ModelHelp() {}

  static List<String> lines() {
    List<String> lines = new ArrayList<>(BEFORE);
    lines.add("Distributions, each with all its ways to give its parameters:");
    lines.add("");
    Distributions.listing().forEach(each -> add(each, lines));
    lines.add("");
    lines.add("Functions:");
    lines.add("");
    Calls.functions().forEach(each -> add(each, lines));
    lines.add("");
    lines.addAll(
        Paragraph.of(
            "Operators: + - * / ** < <= > >= == != and or not. logistic with one argument"
                + " without a name is the function, else the distribution."));
    return lines;
  }

  private static void add(DistributionEntry entry, List<String> lines) {
    entry.signatures().forEach(signature -> lines.add("  " + signature));
    lines.addAll(Paragraph.indented(INDENT, entry.description() + "."));
    lines.addAll(Paragraph.indented(INDENT, "Values: " + entry.values() + "."));
    lines.addAll(
        Paragraph.indented(INDENT, "Needs: " + String.join("; ", entry.arguments()) + "."));
  }

  private static void add(FunctionDeclaration function, List<String> lines) {
    lines.add("  " + function.signature());
    lines.addAll(Paragraph.indented(INDENT, function.description() + "."));
  }
}
