package io.credence.cli.options;

import java.util.List;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.DefaultValueFactory;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/** The options of {@code credence evaluate}. */
public interface EvaluateOptions extends JobOptions, TopicRangeOptions {

  @Description(
      "The records with their labels: Parquet files with the model's features; or the folder that"
          + " credence score wrote, whose scores are computed again, with their own --numSamples,"
          + " --seed and --keyField, and compared bit by bit. Or a topic of records or of scores,"
          + " whose labels come in the topic of --labels.")
  @Explained(
      order = 2,
      byDefault = "required",
      range =
          "a file, a folder, or a pattern such as dir/**/*.parquet: a local path or a URI; or"
              + " kafka://HOST:PORT[,HOST:PORT]/TOPIC",
      example = "--input=samples/flights/february.parquet")
  @Override
  @Nullable String getInput();

  @Description(
      "The column that holds the label of the output, in --labels if that is given. A null or NaN"
          + " there is no label. A model with several outputs needs one for each, as"
          + " OUTPUT:COLUMN.")
  @Explained(
      order = 3,
      byDefault = "required",
      range = "a column of numbers, texts, or true and false",
      example = "--label=arr_delay")
  @Default.InstanceFactory(NoTexts.class)
  List<String> getLabel();

  void setLabel(List<String> labels);

  @Description(
      "Parquet files that hold the labels, where --input has none. A label goes to the record that"
          + " has the same --labelKey. Labels without a record are counted, and so are records"
          + " without a label. Of a key that several records or several labels have, none is"
          + " evaluated; the exit code is 4 then. Of a stream, a topic: the last label of a key"
          + " holds.")
  @Explained(
      order = 4,
      byDefault = "the labels are in --input",
      range =
          "a file, a folder, or a pattern such as dir/**/*.parquet: a local path or a URI; or"
              + " kafka://HOST:PORT[,HOST:PORT]/TOPIC",
      example = "--labels=arrivals.parquet")
  @Nullable String getLabels();

  void setLabels(@Nullable String labels);

  @Description("The column of --input and of --labels that says which label is of which record.")
  @Explained(
      order = 5,
      byDefault = "none; required with --labels",
      range = "a column that is a whole number in both, or a text in both",
      example = "--labelKey=flight_id")
  @Nullable String getLabelKey();

  void setLabelKey(@Nullable String column);

  @Description(
      "Where the evaluation goes: evaluation.json, segments.parquet and pit.parquet. Of a stream,"
          + " these are of all since the start, and a window-….json is beside them for each window;"
          + " or a topic, where messages with these names as keys hold the documents.")
  @Explained(
      order = 6,
      byDefault = "required",
      range =
          "a folder: a local path or a URI; or, of a stream, kafka://HOST:PORT[,HOST:PORT]/TOPIC",
      example = "--output=evaluation")
  @Override
  @Nullable String getOutput();

  @Description(
      "Columns whose values make segments: each combination of them is one, as with GROUP BY in"
          + " SQL.")
  @Explained(
      order = 7,
      byDefault = "none",
      range = "one or several columns that are numbers, texts, or true and false",
      example = "--by=carrier,origin")
  @Default.InstanceFactory(NoTexts.class)
  List<String> getBy();

  void setBy(List<String> columns);

  @Description(
      "Another model of the same outputs to compare with, on the same records and with the same"
          + " noise. A line says which is better, by bounds that you may act upon whenever you"
          + " look.")
  @Explained(
      order = 8,
      byDefault = "none",
      range = "a local path, or a URI of any file system that Beam knows",
      example = "--against=models/champion")
  @Nullable String getAgainst();

  void setAgainst(@Nullable String folder);

  @Description("Posterior predictive samples per record. Scores that come along bring theirs.")
  @Explained(
      order = 10,
      byDefault = "1000",
      range = "from 2 to 10,000,000",
      example = "--numSamples=4000")
  @Override
  @Nullable Integer getNumSamples();

  @Description(
      "Probabilities of the equal-tailed intervals whose coverage, width and score are reported.")
  @Explained(
      order = 20,
      byDefault = "0.5,0.8,0.95",
      range = "one or several, each above 0 and below 1",
      example = "--etiProbability=0.9")
  @Default.InstanceFactory(DefaultLevels.class)
  List<Double> getEtiProbability();

  void setEtiProbability(List<Double> probabilities);

  @Description("Probabilities of the highest-density intervals whose coverage is reported beside.")
  @Explained(
      order = 21,
      byDefault = "0.95",
      range = "one or several, each above 0 and below 1",
      example = "--hdiProbability=0.95,0.8")
  @Default.InstanceFactory(DefaultHdiLevel.class)
  List<Double> getHdiProbability();

  void setHdiProbability(List<Double> probabilities);

  @Description(
      "Compute PIT and log score from the mixture of all posterior draws, where the output's"
          + " distribution has a cdf and a density. false takes the PIT from the ranks of samples"
          + " and leaves the log score out, which is many times faster.")
  @Explained(order = 25, byDefault = "true", range = "true or false", example = "--exact=false")
  @Default.Boolean(true)
  boolean getExact();

  void setExact(boolean exact);

  @Description(
      "Report crps_exact beside crps: that of the mixture itself, without the noise of samples. It"
          + " takes some hundred times as long as all else.")
  @Explained(order = 26, byDefault = "false", range = "true or false", example = "--exactCrps")
  @Default.Boolean(false)
  boolean getExactCrps();

  void setExactCrps(boolean exactCrps);

  @Description(
      "Where in both topics to begin. What waits for its label is in no group's offsets: a job that"
          + " is started anew with the same start comes to the same figures.")
  @Explained(
      order = 41,
      byDefault = "earliest",
      range = "earliest, latest, or a time in UTC",
      example = "--startAt=2026-11-20T06:00:00Z")
  @Override
  @Nullable String getStartAt();

  @Description(
      "Of a stream: how long a prediction waits for its label, from when it was read. Then it"
          + " counts as unlabelled, and a label that comes later as not_predicted.")
  @Explained(
      order = 43,
      byDefault = "24h",
      range = "whole seconds, minutes or hours from 1s to 2400h, such as 90m",
      example = "--labelWait=72h")
  @Nullable String getLabelWait();

  void setLabelWait(@Nullable String duration);

  @Description(
      "Of a stream: how long a label waits for its prediction, from when it was read. Then it"
          + " counts as not_predicted. A stream that is read again from its start may have labels long"
          + " before their predictions.")
  @Explained(
      order = 44,
      byDefault = "that of --labelWait",
      range = "whole seconds, minutes or hours from 1s to 2400h, such as 90m",
      example = "--predictionWait=10m")
  @Nullable String getPredictionWait();

  void setPredictionWait(@Nullable String duration);

  @Description(
      "Of a stream: how long the windows are that figures are of. A prediction is in the window of"
          + " its message's timestamp. Windows begin at multiples of it since 1970-01-01T00:00:00Z.")
  @Explained(
      order = 45,
      byDefault = "1h",
      range = "whole seconds, minutes or hours from 1s to 24h, such as 30s, 5m or 1h",
      example = "--windowDuration=24h")
  @Nullable String getWindowDuration();

  void setWindowDuration(@Nullable String duration);

  /** Half, most, and nearly all. */
  final class DefaultLevels implements DefaultValueFactory<List<Double>> {
    @Override
    public List<Double> create(PipelineOptions options) {
      return List.of(0.5, 0.8, 0.95);
    }
  }

  /** That of credence score. */
  final class DefaultHdiLevel implements DefaultValueFactory<List<Double>> {
    @Override
    public List<Double> create(PipelineOptions options) {
      return List.of(0.95);
    }
  }
}
