package io.credence.cli.options;

import java.util.List;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.DefaultValueFactory;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** The options that say which figures a score has. */
public interface SummaryOptions extends PipelineOptions {

  @Description(
      "Probabilities of the highest-density intervals. The first one is TARGET_pred_lower and"
          + " _upper. An HDI is the narrowest interval and need not contain the median.")
  @Explained(
      order = 20,
      byDefault = "0.95",
      range = "one or several, each above 0 and below 1, for all outputs or as NAME:0.9 for one",
      example = "--hdiProbability=0.95,0.8")
  @PerOutput
  @Default.InstanceFactory(DefaultHdi.class)
  List<String> getHdiProbability();

  void setHdiProbability(List<String> probabilities);

  @Description("Probabilities of equal-tailed intervals, TARGET_pred_eti_89_lower and _upper.")
  @Explained(
      order = 21,
      byDefault = "none",
      range = "one or several, each above 0 and below 1, for all outputs or as NAME:0.9 for one",
      example = "--etiProbability=0.89")
  @PerOutput
  @Default.InstanceFactory(NoTexts.class)
  List<String> getEtiProbability();

  void setEtiProbability(List<String> probabilities);

  @Description(
      "Quantiles by their probability, TARGET_pred_q_10 for 0.1: of type 7, NumPy's and R's default.")
  @Explained(
      order = 22,
      byDefault = "none",
      range = "one or several, each above 0 and below 1, for all outputs or as NAME:0.9 for one",
      example = "--quantiles=0.1,0.8")
  @PerOutput
  @Default.InstanceFactory(NoTexts.class)
  List<String> getQuantiles();

  void setQuantiles(List<String> probabilities);

  @Description("Thresholds c for the probability that the target exceeds c, TARGET_pred_p_gt_15.")
  @Explained(
      order = 23,
      byDefault = "none",
      range = "one or several finite numbers, for all outputs or as NAME:15 for one",
      example = "--exceed=15,60")
  @PerOutput
  @Default.InstanceFactory(NoTexts.class)
  List<String> getExceed();

  void setExceed(List<String> thresholds);

  @Description(
      "Bins of the histogram, TARGET_pred_bin_edges and TARGET_pred_density. Those of whole numbers"
          + " hold equally many numbers each, and so may be fewer.")
  @Explained(
      order = 24,
      byDefault = "10",
      range =
          "from 0, which leaves the histogram out, to 10,000, for all outputs or as NAME:20 for one",
      example = "--bins=20")
  @PerOutput(whole = true)
  @Default.InstanceFactory(DefaultBins.class)
  List<String> getBins();

  void setBins(List<String> bins);

  @Description("Also write the samples themselves, TARGET_pred_samples.")
  @Explained(order = 25, byDefault = "false", range = "true or false", example = "--emitSamples")
  @Default.Boolean(false)
  boolean getEmitSamples();

  void setEmitSamples(boolean emitSamples);

  /** A 95 % interval. */
  final class DefaultHdi implements DefaultValueFactory<List<String>> {
    @Override
    public List<String> create(PipelineOptions options) {
      return List.of("0.95");
    }
  }

  /** Ten bins. */
  final class DefaultBins implements DefaultValueFactory<List<String>> {
    @Override
    public List<String> create(PipelineOptions options) {
      return List.of("10");
    }
  }
}
