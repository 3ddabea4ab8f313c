package io.credence.cli.options;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.jspecify.annotations.Nullable;

/** The options of every command that publishes results and dead letters in folders. */
public interface FolderOptions extends JobOptions {

  @Description(
      "Where records go that could not be scored: a folder, as JSON Lines with the reason.")
  @Explained(
      order = 5,
      byDefault = "OUTPUT/dead-letters",
      range = "a folder; a local path or a URI",
      example = "--deadLetters=rejected")
  @Nullable String getDeadLetters();

  void setDeadLetters(@Nullable String deadLetters);

  @Description(
      "The columns that a dead letter holds of its record, where others must not leave the input."
          + " Its message says no more than the code where it could quote another column."
          + " Such dead letters can't be replayed. For files that are scored into a folder.")
  @Explained(
      order = 6,
      byDefault = "all columns",
      range = "one or several columns of the input, or none",
      example = "--deadLetterColumns=flight_id,origin")
  @Nullable String getDeadLetterColumns();

  void setDeadLetterColumns(@Nullable String columns);

  @Description(
      "Give the run up, with exit code 3, when more than this share of records could not be scored."
          + " Its dead letters are kept then, in a folder _failed beneath that of dead letters."
          + " What is in a topic can't be taken back: there, the exit code says it at the end.")
  @Explained(
      order = 30,
      byDefault = "1.0",
      range = "from 0 to 1",
      example = "--maxDeadLetterShare=0.05")
  @Default.Double(1.0)
  double getMaxDeadLetterShare();

  void setMaxDeadLetterShare(double share);

  @Description(
      "Force files and folders of results to disk before the manifest says that they are whole."
          + " false is a little faster, and a loss of power may then leave a manifest beside files"
          + " that are not whole.")
  @Explained(order = 51, byDefault = "true", range = "true or false", example = "--fsync=false")
  @Default.Boolean(true)
  boolean getFsync();

  void setFsync(boolean fsync);
}
