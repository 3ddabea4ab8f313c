package io.credence.cli.options;

import java.util.List;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.DefaultValueFactory;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/** The options of {@code credence score}. */
public interface ScoreOptions extends ModelOptions {

  @Description("The records to score: Parquet files, or a Kafka topic of JSON or Avro.")
  @Explained(
      order = 2,
      byDefault = "required",
      range =
          "a file, a folder, or a pattern such as dir/**/*.parquet; a local path or a URI; or"
              + " kafka://HOST:PORT[,HOST:PORT]/TOPIC with ?format=json (the default),"
              + " ?format=avro&schema=FILE or ?format=avro&registry=URL",
      example = "--input=samples/flights/january.parquet")
  @Nullable String getInput();

  void setInput(@Nullable String input);

  @Description(
      "Where the enriched records go: a folder, with a _manifest.json that is written last, or with"
          + " a file per --windowDuration where the input is a topic; or a topic.")
  @Explained(
      order = 3,
      byDefault = "required",
      range =
          "a folder; a local path or a URI; or a topic, kafka://HOST:PORT/TOPIC with"
              + " ?format=json (the default) or, where the input is Avro, ?format=avro&schema=FILE"
              + " (written at the start) or ?format=avro&registry=URL",
      example = "--output=scored")
  @Nullable String getOutput();

  void setOutput(@Nullable String output);

  @Description(
      "Where records go that could not be scored: a folder, as JSON Lines with the reason; or a"
          + " topic, as they are, with the reason in headers.")
  @Explained(
      order = 4,
      byDefault = "OUTPUT/dead-letters; required where the output is a topic",
      range = "a folder where the output is one, a topic where it is a topic",
      example = "--deadLetters=rejected")
  @Nullable String getDeadLetters();

  void setDeadLetters(@Nullable String deadLetters);

  @Description(
      "The columns that a dead letter holds of its record, where others must not leave the input."
          + " Its message says no more than the code where it could quote another column."
          + " Such dead letters can't be replayed. For files that are scored into a folder.")
  @Explained(
      order = 22,
      byDefault = "all columns",
      range = "one or several columns of the input, or none",
      example = "--deadLetterColumns=flight_id,origin")
  @Nullable String getDeadLetterColumns();

  void setDeadLetterColumns(@Nullable String columns);

  @Description("Posterior predictive samples per record. A single one has no sd: it is NaN.")
  @Explained(
      order = 5,
      byDefault = "1000",
      range = "from 1 to 10,000,000",
      example = "--numSamples=4000")
  @Default.Integer(1000)
  int getNumSamples();

  void setNumSamples(int numSamples);

  @Description(
      "Probabilities of the highest-density intervals. The first one is TARGET_pred_lower and"
          + " _upper. An HDI is the narrowest interval and need not contain the median.")
  @Explained(
      order = 6,
      byDefault = "0.95",
      range = "one or several, each above 0 and below 1, for all outputs or as NAME:0.9 for one",
      example = "--hdiProbability=0.95,0.8")
  @PerOutput
  @Default.InstanceFactory(DefaultHdi.class)
  List<String> getHdiProbability();

  void setHdiProbability(List<String> probabilities);

  @Description("Probabilities of equal-tailed intervals, TARGET_pred_eti_89_lower and _upper.")
  @Explained(
      order = 7,
      byDefault = "none",
      range = "one or several, each above 0 and below 1, for all outputs or as NAME:0.9 for one",
      example = "--etiProbability=0.89")
  @PerOutput
  @Default.InstanceFactory(None.class)
  List<String> getEtiProbability();

  void setEtiProbability(List<String> probabilities);

  @Description(
      "Quantiles by their probability, TARGET_pred_q_10 for 0.1: of type 7, NumPy's and R's default.")
  @Explained(
      order = 8,
      byDefault = "none",
      range = "one or several, each above 0 and below 1, for all outputs or as NAME:0.9 for one",
      example = "--quantiles=0.1,0.8")
  @PerOutput
  @Default.InstanceFactory(None.class)
  List<String> getQuantiles();

  void setQuantiles(List<String> probabilities);

  @Description("Thresholds c for the probability that the target exceeds c, TARGET_pred_p_gt_15.")
  @Explained(
      order = 9,
      byDefault = "none",
      range = "one or several finite numbers, for all outputs or as NAME:15 for one",
      example = "--exceed=15,60")
  @PerOutput
  @Default.InstanceFactory(None.class)
  List<String> getExceed();

  void setExceed(List<String> thresholds);

  @Description(
      "Bins of the histogram, TARGET_pred_bin_edges and TARGET_pred_density. Those of whole numbers"
          + " hold equally many numbers each, and so may be fewer.")
  @Explained(
      order = 10,
      byDefault = "10",
      range =
          "from 0, which leaves the histogram out, to 10,000, for all outputs or as NAME:20 for one",
      example = "--bins=20")
  @PerOutput(whole = true)
  @Default.InstanceFactory(DefaultBins.class)
  List<String> getBins();

  void setBins(List<String> bins);

  @Description("Also write the samples themselves, TARGET_pred_samples.")
  @Explained(order = 11, byDefault = "false", range = "true or false", example = "--emitSamples")
  @Default.Boolean(false)
  boolean getEmitSamples();

  void setEmitSamples(boolean emitSamples);

  @Description("Run seed: another seed gives other noise to every record.")
  @Explained(order = 12, byDefault = "0", range = "any 64-bit integer", example = "--seed=7")
  @Default.Long(0)
  long getSeed();

  void setSeed(long seed);

  @Description(
      "The field that identifies a record and so its noise. Without one, its feature values do, and"
          + " records with equal features get equal noise.")
  @Explained(
      order = 13,
      byDefault = "none",
      range = "a field of the input that is a number or a text",
      example = "--keyField=flight_id")
  @Nullable String getKeyField();

  void setKeyField(@Nullable String keyField);

  @Description(
      "Give the run up, with exit code 3, when more than this share of records could not be scored."
          + " Its dead letters are kept then, in a folder _failed beneath that of dead letters. What is"
          + " in a topic can't be taken back: there, the exit code says it at the end.")
  @Explained(
      order = 14,
      byDefault = "1.0",
      range = "from 0 to 1",
      example = "--maxDeadLetterShare=0.05")
  @Default.Double(1.0)
  double getMaxDeadLetterShare();

  void setMaxDeadLetterShare(double share);

  @Description(
      "Replace the results that the output folder holds, once the new ones are whole. Other files"
          + " are never touched.")
  @Explained(order = 15, byDefault = "false", range = "true or false", example = "--overwrite")
  @Default.Boolean(false)
  boolean getOverwrite();

  void setOverwrite(boolean overwrite);

  @Description(
      "A file of properties for Kafka's clients, such as security.protocol and sasl.jaas.config,"
          + " and with basic.auth.user.info for a registry of schemas."
          + " What it holds is never printed.")
  @Explained(
      order = 16,
      byDefault = "none",
      range = "a local file of Java properties",
      example = "--kafkaProperties=client.properties")
  @Nullable String getKafkaProperties();

  void setKafkaProperties(@Nullable String file);

  @Description(
      "Where in a topic to begin. committed goes on from the offsets of the consumer group, and"
          + " begins with the earliest message where it has none.")
  @Explained(
      order = 17,
      byDefault = "committed",
      range = "committed, earliest, latest, or a time in UTC",
      example = "--startAt=2026-11-20T06:00:00Z")
  @Nullable String getStartAt();

  void setStartAt(@Nullable String point);

  @Description(
      "Where in a topic to end. latest means the last message that there is when the job starts;"
          + " without this option it ends when you stop it.")
  @Explained(
      order = 18,
      byDefault = "none",
      range = "latest, or a time in UTC that is not yet to come",
      example = "--stopAt=latest")
  @Nullable String getStopAt();

  void setStopAt(@Nullable String point);

  @Description(
      "How often a message can come out after something was lost: at-least-once repeats some, the"
          + " same to the bit; exactly-once writes in transactions, and takes a little longer. Of a topic,"
          + " into a topic: a folder has each message once in any case.")
  @Explained(
      order = 19,
      byDefault = "at-least-once",
      range = "at-least-once or exactly-once",
      example = "--delivery=exactly-once")
  @Default.String("at-least-once")
  String getDelivery();

  void setDelivery(String delivery);

  @Description(
      "Of a stream into a folder: for how long messages that arrive are put into the same file."
          + " Windows begin at multiples of it since 1970-01-01T00:00:00Z.")
  @Explained(
      order = 20,
      byDefault = "1m",
      range = "whole seconds, minutes or hours from 1s to 24h, such as 30s, 5m or 1h",
      example = "--windowDuration=5m")
  @Nullable String getWindowDuration();

  void setWindowDuration(@Nullable String duration);

  @Description(
      "Of a stream into a folder: how many files of a window there can be, which are written at"
          + " once. The messages of a partition are all in one.")
  @Explained(order = 21, byDefault = "1", range = "from 1 to 1000", example = "--numShards=4")
  @Nullable Integer getNumShards();

  void setNumShards(@Nullable Integer shards);

  @Description(
      "How many bytes a page of a Parquet file may unpack to. The pages of all columns that are in"
          + " memory at once may take four times as many together, or 4 MiB for each column.")
  @Explained(
      order = 22,
      byDefault = "268435456",
      range = "from 1048576 to 2147483647",
      example = "--maxPageBytes=1000000000")
  @Default.Long(1L << 28)
  long getMaxPageBytes();

  void setMaxPageBytes(long bytes);

  @Description(
      "Force files and folders of results to disk before the manifest says that they are whole. false"
          + " is a little faster, and a loss of power may then leave a manifest beside files that"
          + " are not whole.")
  @Explained(order = 23, byDefault = "true", range = "true or false", example = "--fsync=false")
  @Default.Boolean(true)
  boolean getFsync();

  void setFsync(boolean fsync);

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

  /** No probabilities or thresholds. */
  final class None implements DefaultValueFactory<List<String>> {
    @Override
    public List<String> create(PipelineOptions options) {
      return List.of();
    }
  }
}
