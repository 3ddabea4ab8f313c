package io.credence.cli.options;

import org.apache.beam.sdk.options.Description;
import org.jspecify.annotations.Nullable;

/** The options of every command that needs a model. */
public interface ModelOptions extends StoreOptions, ReportOptions, TrustOptions {

  @Description("The model: a folder with a model.yaml.")
  @Explained(
      order = 1,
      byDefault = "required",
      range =
          "a local path, a URI of any file system that Beam knows, or a name in a registry:"
              + " registry:URI/NAME@ALIAS, @VERSION or @sha256:DIGEST",
      example = "--model=samples/flights")
  @Nullable String getModel();

  void setModel(@Nullable String model);
}
