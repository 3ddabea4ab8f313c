package io.credence.cli.options;

import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/** The options of every command that reports. */
public interface ReportOptions extends PipelineOptions {

  /** Its name, for the command line that is looked at before it is parsed. */
  String JSON = "--json";

  /** The value that means standard output. */
  String STANDARD_OUTPUT = "-";

  @Description(
      "Write the report as JSON too, with the exit code and all problems, also when the command"
          + " fails. On standard output there is nothing else then: what a person reads goes to"
          + " standard error. A file is replaced when it holds an earlier report.")
  @Explained(
      order = 100,
      byDefault = "none",
      range = "a local file, or - for standard output",
      example = "--json=report.json")
  @Nullable String getJson();

  void setJson(@Nullable String json);
}
