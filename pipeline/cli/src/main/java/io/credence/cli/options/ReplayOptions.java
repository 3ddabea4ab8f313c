package io.credence.cli.options;

import java.util.List;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.jspecify.annotations.Nullable;

/** The options of {@code credence replay}. */
public interface ReplayOptions extends StoreOptions, ReportOptions, KafkaOptions {

  @Description(
      "The dead letters to send again: the topic that a stream wrote them to, or the files of a"
          + " batch. Letters that arrive during a replay are for the next one.")
  @Explained(
      order = 1,
      byDefault = "required",
      range =
          "kafka://HOST:PORT[,HOST:PORT]/TOPIC; or a folder, or files such as dir/*.jsonl: a local"
              + " path or a URI",
      example = "--deadLetters=kafka://broker:9092/flights-dead")
  @Nullable String getDeadLetters();

  void setDeadLetters(@Nullable String deadLetters);

  @Description("Where they are sent: the topic that the stream scores.")
  @Explained(
      order = 4,
      byDefault = "required",
      range =
          "a topic, kafka://HOST:PORT/TOPIC; for a topic of dead letters, another one of the same"
              + " cluster",
      example = "--output=kafka://broker:9092/flights")
  @Nullable String getOutput();

  void setOutput(@Nullable String output);

  @Description(
      "Only dead letters with these codes. Others are left out, and the next replay does not come"
          + " back to them.")
  @Explained(
      order = 5,
      byDefault = "all",
      range = "one or several codes of dead letters, such as UNSEEN_LEVEL",
      example = "--codes=UNSEEN_LEVEL,WRONG_TYPE")
  @Default.InstanceFactory(NoTexts.class)
  List<String> getCodes();

  void setCodes(List<String> codes);

  @Description(
      "Where to begin in a topic: where the last replay ended, or with the first message there is."
          + " Where there was no replay, both are the same.")
  @Explained(
      order = 41,
      byDefault = "committed",
      range = "committed or earliest",
      example = "--startAt=earliest")
  @Default.String("committed")
  String getStartAt();

  void setStartAt(String start);

  @Description("Count only: nothing is sent, and the next replay begins where this one began.")
  @Explained(order = 42, byDefault = "false", range = "true or false", example = "--dryRun")
  @Default.Boolean(false)
  boolean getDryRun();

  void setDryRun(boolean dryRun);
}
