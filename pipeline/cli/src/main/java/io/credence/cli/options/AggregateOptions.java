package io.credence.cli.options;

import java.util.List;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.jspecify.annotations.Nullable;

/** The options of {@code credence aggregate}. */
public interface AggregateOptions extends FolderOptions, SummaryOptions {

  @Description("The records to sum up: Parquet files.")
  @Explained(
      order = 2,
      byDefault = "required",
      range = "a file, a folder, or a pattern such as dir/**/*.parquet; a local path or a URI",
      example = "--input=samples/flights/january.parquet")
  @Override
  @Nullable String getInput();

  @Description("Where the totals go: a folder, with a _manifest.json that is written last.")
  @Explained(
      order = 4,
      byDefault = "required",
      range = "a folder; a local path or a URI",
      example = "--output=totals")
  @Override
  @Nullable String getOutput();

  @Description(
      "Columns whose values make groups: each combination of them is one, as with GROUP BY in SQL."
          + " Given several times, several groupings come of one pass, and their totals agree. An"
          + " empty one is the total of all records.")
  @Explained(
      order = 7,
      byDefault = "one total of all records",
      range = "one or several columns that are numbers, texts, true and false or dates; or nothing",
      example = "--by=region --by=region,week --by=")
  @MayBeEmpty
  @Default.InstanceFactory(NoTexts.class)
  List<String> getBy();

  void setBy(List<String> columns);

  @Description(
      "Outputs of the model that are summed within each draw. The columns are named after it:"
          + " sold_sum_pred, sold_sum_pred_lower.")
  @Explained(
      order = 8,
      byDefault = "none; required without --mean",
      range = "one or several outputs of numbers",
      example = "--sum=sold")
  @Default.InstanceFactory(NoTexts.class)
  List<String> getSum();

  void setSum(List<String> outputs);

  @Description("Outputs of which the mean over the records of a group is taken within each draw.")
  @Explained(
      order = 9,
      byDefault = "none; required without --sum",
      range = "one or several outputs of numbers",
      example = "--mean=sold")
  @Default.InstanceFactory(NoTexts.class)
  List<String> getMean();

  void setMean(List<String> outputs);

  @Description(
      "The field that identifies a record and so its noise. It must be unique: records with one key"
          + " have the same noise, which their sum would have too much of.")
  @Explained(
      order = 12,
      byDefault = "required",
      range = "a field of the input that is a number or a text",
      example = "--keyField=flight_id")
  @Override
  @Nullable String getKeyField();

  @Description(
      "The column of each record's weight, by which its samples are multiplied. A record without a"
          + " finite one becomes a dead letter; with --mean, so does one with a negative one.")
  @Explained(
      order = 13,
      byDefault = "1 for each record",
      range = "a column of numbers",
      example = "--weight=units")
  @Nullable String getWeight();

  void setWeight(@Nullable String column);

  @Description(
      "What to do when several records have one key: fail gives the run up, with exit code 4;"
          + " report sums them all the same, and says which they are.")
  @Explained(
      order = 14,
      byDefault = "fail",
      range = "fail or report",
      example = "--duplicates=report")
  @Default.String("fail")
  String getDuplicates();

  void setDuplicates(String duplicates);
}
