package io.credence.cli.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.credence.beam.ModelRef;
import io.credence.cli.text.Fields;
import io.credence.cli.text.TextTable;
import io.credence.model.Feature;
import io.credence.model.Model;
import io.credence.model.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a model is: its features and parameters, with the diagnostics of its chains.
 *
 * @param outputs what it predicts, at least one
 * @param chains how many chains its posterior has
 * @param drawsPerChain how many draws each of them has
 * @param verifiedFigures how many figures of the training tool it yields; 0 when the folder has
 *     none
 * @param elementsLeftOut how many elements of large parameters are not among {@code parameters}
 */
public record ModelReport(
    ModelName model,
    List<OutputEntry> outputs,
    int chains,
    int drawsPerChain,
    int verifiedFigures,
    List<FeatureEntry> features,
    List<ParameterEntry> parameters,
    int elementsLeftOut)
    implements Report {

  private static final int WIDTH = 11;

  /** Levels of a feature in a cell of a table. */
  private static final int MOST_LEVELS = 8;

  private static final int FIRST_LEVELS = 6;

  /**
   * An output.
   *
   * @param kind real, integer or classes
   * @param classes the labels of its classes; empty for the other kinds
   */
  record OutputEntry(String name, String kind, List<String> classes) {

    private static OutputEntry of(Output output) {
      String kind = output.kind().name().toLowerCase(Locale.ROOT);
      return new OutputEntry(output.name(), kind, output.classes());
    }

    /** Real numbers are what most are. */
    String inShort() {
      return switch (kind) {
        case "real" -> name;
        case "integer" -> name + " (whole numbers)";
        default -> name + " (classes: " + String.join(", ", classes) + ")";
      };
    }
  }

  /**
   * A feature.
   *
   * @param min the smallest value that is accepted; negative infinity for no bound
   * @param max the largest value that is accepted; infinity for no bound
   * @param defaultValue what stands for a value that is absent; null when such a record is refused
   */
  record FeatureEntry(
      String name,
      String type,
      double min,
      double max,
      List<String> levels,
      @JsonProperty("default") @Nullable Object defaultValue) {

    private static FeatureEntry of(Feature feature) {
      return new FeatureEntry(
          feature.name(),
          feature.type().yaml(),
          feature.min(),
          feature.max(),
          feature.levels(),
          feature.defaultValue());
    }

    List<String> cells() {
      String absent = defaultValue == null ? "" : defaultValue.toString();
      return List.of(name, type, bound(min), bound(max), levelsInShort(), absent);
    }

    private static String bound(double value) {
      return Double.isInfinite(value) ? "" : Double.toString(value);
    }

    private String levelsInShort() {
      if (levels.size() <= MOST_LEVELS) {
        return String.join(", ", levels);
      }
      return String.join(", ", levels.subList(0, FIRST_LEVELS)) + ", … (" + levels.size() + ")";
    }
  }

  /**
   * An element of a parameter.
   *
   * @param name with its position on each axis, such as {@code beta[1]}
   * @param used whether what the model predicts depends on the parameter
   * @param mean of all draws, as is what follows; NaN where a draw is not finite
   * @param hdiLower where the highest-density interval of 95 % begins
   * @param hdiUpper where it ends
   * @param rHat the rank-normalised split R-hat; NaN where it is not defined
   * @param essBulk the effective sample size of the bulk; NaN where it is not defined
   */
  record ParameterEntry(
      String name,
      boolean used,
      double mean,
      double sd,
      @JsonProperty("hdi_95_lower") double hdiLower,
      @JsonProperty("hdi_95_upper") double hdiUpper,
      double rHat,
      double essBulk) {

    private List<String> cells() {
      return List.of(
          name,
          used ? "" : "no",
          figure("%.4g", mean),
          figure("%.4g", sd),
          figure("%.4g", hdiLower),
          figure("%.4g", hdiUpper),
          Double.isNaN(rHat) ? "" : figure("%.3f", rHat),
          Double.isNaN(essBulk) ? "" : figure("%.0f", essBulk));
    }

    private static String figure(String format, double value) {
      return String.format(Locale.ROOT, format, value);
    }
  }

  /** Looks at a model that was loaded. */
  public static ModelReport of(ModelRef ref) {
    Model model = ref.model();
    ParameterElements elements = ParameterElements.of(model);
    return new ModelReport(
        ModelName.of(ref),
        model.outputs().stream().map(OutputEntry::of).toList(),
        model.posterior().chains(),
        model.posterior().drawsPerChain(),
        ref.verifiedFigures(),
        model.features().stream().map(FeatureEntry::of).toList(),
        elements.entries(),
        elements.leftOut());
  }

  @Override
  public List<String> lines() {
    List<String> lines =
        new ArrayList<>(
            new Fields(WIDTH)
                .add("model", model.toString())
                .add("folder", model.location())
                .add("digest", model.digest())
                .add(outputs.size() == 1 ? "target" : "outputs", outputsInShort())
                .add("draws", draws())
                .add("verifies", verification())
                .lines());
    lines.add("");
    lines.addAll(featureTable().lines());
    lines.add("");
    lines.addAll(parameterTable().lines());
    if (elementsLeftOut > 0) {
      lines.add("and " + elementsLeftOut + " more elements of large parameters");
    }
    return lines;
  }

  private String outputsInShort() {
    return outputs.stream().map(OutputEntry::inShort).collect(Collectors.joining(", "));
  }

  String draws() {
    return chains + " chains of " + drawsPerChain;
  }

  String verification() {
    return verifiedFigures == 0
        ? "not verified: model.yaml names no verify file"
        : "yes, all " + verifiedFigures + " figures of the training tool";
  }

  private TextTable featureTable() {
    TextTable table = new TextTable(List.of("feature", "type", "min", "max", "levels", "default"));
    features.forEach(feature -> table.add(feature.cells()));
    return table;
  }

  private TextTable parameterTable() {
    TextTable table =
        new TextTable(
            List.of("parameter", "used", "mean", "sd", "hdi 95 % from", "to", "r_hat", "ess_bulk"));
    parameters.forEach(parameter -> table.add(parameter.cells()));
    return table;
  }
}
