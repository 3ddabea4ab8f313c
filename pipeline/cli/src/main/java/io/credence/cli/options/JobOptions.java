package io.credence.cli.options;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.jspecify.annotations.Nullable;

/** The options of every command that runs a job over records. */
public interface JobOptions extends ModelOptions {

  /** What is read, as each command explains. */
  @Nullable String getInput();

  void setInput(@Nullable String input);

  /** Where results go, as each command explains. */
  @Nullable String getOutput();

  void setOutput(@Nullable String output);

  @Description("Posterior predictive samples per record. A single one has no sd: it is NaN.")
  @Explained(
      order = 10,
      byDefault = "1000",
      range = "from 1 to 10,000,000",
      example = "--numSamples=4000")
  @Nullable Integer getNumSamples();

  void setNumSamples(@Nullable Integer numSamples);

  @Description("Run seed: another seed gives other noise to every record.")
  @Explained(order = 11, byDefault = "0", range = "any 64-bit integer", example = "--seed=7")
  @Nullable Long getSeed();

  void setSeed(@Nullable Long seed);

  @Description(
      "The field that identifies a record and so its noise. Without one, its feature values do, and"
          + " records with equal features get equal noise.")
  @Explained(
      order = 12,
      byDefault = "none",
      range = "a field of the input that is a number or a text",
      example = "--keyField=flight_id")
  @Nullable String getKeyField();

  void setKeyField(@Nullable String keyField);

  @Description(
      "Replace the results that the output folder holds, once the new ones are whole. Other files"
          + " are never touched.")
  @Explained(order = 31, byDefault = "false", range = "true or false", example = "--overwrite")
  @Default.Boolean(false)
  boolean getOverwrite();

  void setOverwrite(boolean overwrite);

  @Description(
      "How many bytes a page of a Parquet file may unpack to. The pages of all columns that are in"
          + " memory at once may take four times as many together, or 4 MiB for each column.")
  @Explained(
      order = 50,
      byDefault = "268435456",
      range = "from 1048576 to 2147483647",
      example = "--maxPageBytes=1000000000")
  @Default.Long(1L << 28)
  long getMaxPageBytes();

  void setMaxPageBytes(long bytes);
}
