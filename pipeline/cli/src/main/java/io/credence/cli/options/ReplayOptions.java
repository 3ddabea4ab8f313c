package io.credence.cli.options;

import java.util.List;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.DefaultValueFactory;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/** The options of {@code credence replay}. */
public interface ReplayOptions extends StoreOptions, ReportOptions {

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
      order = 2,
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
      order = 3,
      byDefault = "all",
      range = "one or several codes of dead letters, such as UNSEEN_LEVEL",
      example = "--codes=UNSEEN_LEVEL,WRONG_TYPE")
  @Default.InstanceFactory(AllCodes.class)
  List<String> getCodes();

  void setCodes(List<String> codes);

  @Description(
      "Where to begin in a topic: where the last replay ended, or with the first message there is."
          + " Where there was no replay, both are the same.")
  @Explained(
      order = 4,
      byDefault = "committed",
      range = "committed or earliest",
      example = "--startAt=earliest")
  @Default.String("committed")
  String getStartAt();

  void setStartAt(String start);

  @Description(
      "A file of properties for Kafka's clients, such as security.protocol and sasl.jaas.config."
          + " What it holds is never printed.")
  @Explained(
      order = 5,
      byDefault = "none",
      range = "a local file of Java properties",
      example = "--kafkaProperties=client.properties")
  @Nullable String getKafkaProperties();

  void setKafkaProperties(@Nullable String file);

  @Description("Count only: nothing is sent, and the next replay begins where this one began.")
  @Explained(order = 6, byDefault = "false", range = "true or false", example = "--dryRun")
  @Default.Boolean(false)
  boolean getDryRun();

  void setDryRun(boolean dryRun);

  /** No choice of codes. */
  final class AllCodes implements DefaultValueFactory<List<String>> {
    @Override
    public List<String> create(PipelineOptions options) {
      return List.of();
    }
  }
}
