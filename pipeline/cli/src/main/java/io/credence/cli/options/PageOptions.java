package io.credence.cli.options;

import org.apache.beam.sdk.options.Description;
import org.jspecify.annotations.Nullable;

/** The options of {@code credence report}. */
public interface PageOptions extends StoreOptions, ReportOptions, TrustOptions {

  @Description("The evaluation to show: the folder that was the --output of credence evaluate.")
  @Explained(
      order = 1,
      byDefault = "none; credence report FOLDER means the same",
      range = "a folder with an evaluation.json; a local path or a URI",
      example = "--evaluation=evaluation")
  @Nullable String getEvaluation();

  void setEvaluation(@Nullable String evaluation);

  @Description(
      "The model to show: its features, its parameters, and whether its chains agree. Beside an"
          + " evaluation, it must be the model that was evaluated.")
  @Explained(
      order = 2,
      byDefault = "none; one of --evaluation and --model is required",
      range = "a folder with a model.yaml; a local path or a URI",
      example = "--model=samples/flights")
  @Nullable String getModel();

  void setModel(@Nullable String model);

  @Description("The registry whose log the page shows beside, for the model that it shows.")
  @Explained(
      order = 3,
      byDefault = "none",
      range = "a local path, or s3://BUCKET/KEY",
      example = "--registry=/models")
  @Nullable String getRegistry();

  void setRegistry(@Nullable String registry);

  @Description(
      "The page: one HTML file of at most 300 KB, without scripts, that loads nothing else. An"
          + " earlier page is replaced.")
  @Explained(
      order = 4,
      byDefault = "required",
      range = "a local file",
      example = "--output=report.html")
  @Nullable String getOutput();

  void setOutput(@Nullable String output);
}
