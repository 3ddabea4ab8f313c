package io.credence.cli.options;

import org.apache.beam.sdk.options.Description;
import org.jspecify.annotations.Nullable;

/** The options of {@code credence score}. */
public interface ScoreOptions extends FolderOptions, SummaryOptions, StreamOptions {

  @Description("The records to score: Parquet files, or a Kafka topic of JSON or Avro.")
  @Explained(
      order = 2,
      byDefault = "required",
      range =
          "a file, a folder, or a pattern such as dir/**/*.parquet; a local path or a URI; or"
              + " kafka://HOST:PORT[,HOST:PORT]/TOPIC with ?format=json (the default),"
              + " ?format=avro&schema=FILE or ?format=avro&registry=URL",
      example = "--input=samples/flights/january.parquet")
  @Override
  @Nullable String getInput();

  @Description(
      "Where the enriched records go: a folder, with a _manifest.json that is written last, or with"
          + " a file per --windowDuration where the input is a topic; or a topic.")
  @Explained(
      order = 4,
      byDefault = "required",
      range =
          "a folder; a local path or a URI; or a topic, kafka://HOST:PORT/TOPIC with"
              + " ?format=json (the default) or, where the input is Avro, ?format=avro&schema=FILE"
              + " (written at the start) or ?format=avro&registry=URL",
      example = "--output=scored")
  @Override
  @Nullable String getOutput();

  @Description(
      "A file that names a champion, which scores in place of --model, and a challenger that is"
          + " compared with it on the same records. See docs/rollout.md.")
  @Explained(
      order = 7,
      byDefault = "none",
      range = "a YAML file; a local path or a URI",
      example = "--rollout=rollout.yaml")
  @Nullable String getRollout();

  void setRollout(@Nullable String rollout);

  @Description(
      "Where it goes what the challenger of a --rollout with mode: shadow says: both summaries of"
          + " each record and how they differ.")
  @Explained(
      order = 8,
      byDefault = "required by mode: shadow",
      range = "a folder apart from --output",
      example = "--shadowOutput=shadow")
  @Nullable String getShadowOutput();

  void setShadowOutput(@Nullable String shadowOutput);

  @Description(
      "Where records go that could not be scored: a folder, as JSON Lines with the reason; or a"
          + " topic, as they are, with the reason in headers.")
  @Explained(
      order = 5,
      byDefault = "OUTPUT/dead-letters; required where the output is a topic",
      range = "a folder where the output is one, a topic where it is a topic",
      example = "--deadLetters=rejected")
  @Override
  @Nullable String getDeadLetters();
}
