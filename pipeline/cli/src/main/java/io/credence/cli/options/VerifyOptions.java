package io.credence.cli.options;

import org.apache.beam.sdk.options.Description;
import org.jspecify.annotations.Nullable;

/** The options of {@code credence verify}. */
public interface VerifyOptions extends StoreOptions, ReportOptions {

  @Description("The results to verify: the folder that was the --output of a batch.")
  @Explained(
      order = 1,
      byDefault = "required; credence verify FOLDER means the same",
      range = "a folder with a _manifest.json; a local path or a URI",
      example = "--output=scored")
  @Nullable String getOutput();

  void setOutput(@Nullable String output);
}
