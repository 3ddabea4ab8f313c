package io.credence.cli.command;

import io.credence.aggregate.AggregateSpec;
import io.credence.aggregate.Statistic;
import io.credence.beam.Aggregating;
import io.credence.beam.ModelRef;
import io.credence.cli.options.AggregateOptions;
import io.credence.jobs.aggregation.AggregationJob;
import io.credence.jobs.aggregation.TotalsTable;
import io.credence.jobs.runner.Runner;
import io.credence.jobs.runner.Work;
import io.credence.jobs.sink.folder.FolderSink;
import io.credence.jobs.sink.folder.KeptFields;
import io.credence.jobs.sink.folder.RunFolders;
import io.credence.jobs.source.files.FilesSource;
import io.credence.parquet.FieldCheck;
import io.credence.parquet.ParquetInput;
import io.credence.problem.Problems;
import io.credence.score.ScoreSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Checks everything about totals that can be checked before a job starts. */
final class AggregateCheck {

  private final AggregateOptions options;
  private final List<List<String>> groupings;
  private final Runner runner;
  private final Problems problems;
  private final List<String> notes;

  AggregateCheck(
      AggregateOptions options,
      List<List<String>> groupings,
      Runner runner,
      Problems problems,
      List<String> notes) {
    this.options = options;
    this.groupings = groupings;
    this.runner = runner;
    this.problems = problems;
    this.notes = notes;
  }

  /** The job; null when something is wrong, which is reported. */
  @Nullable AggregationJob job() {
    runner.check(options, Work.BATCH, problems, notes);
    SharedDisk shared = new SharedDisk(runner, problems);
    FolderCheck.checkShare(options.getMaxDeadLetterShare(), problems);
    String folder = required("--model", options.getModel());
    ModelRef model =
        folder == null ? null : new ModelCheck(runner, options, problems, notes).load(folder);
    List<ParquetInput> inputs = inputs(required("--input", options.getInput()), model, shared);
    required("--keyField", options.getKeyField());
    AggregateSpec spec = spec(model);
    FieldCheck fields = inputs.isEmpty() ? null : new FieldCheck(inputs.get(0));
    KeptFields kept =
        DeadLetterColumns.of(options, inputs.isEmpty() ? null : inputs.get(0), problems);
    String output = required("--output", options.getOutput());
    if (model == null || spec == null || fields == null || output == null) {
      return null;
    }
    checkFields(model, spec, fields);
    FolderCheck place = new FolderCheck(options, shared, problems);
    RunFolders folders = place.folders(output, inputs);
    return folders == null || !problems.isEmpty()
        ? null
        : new AggregationJob(
            FilesSource.of(inputs, FolderSink.ROWS_PER_SPLIT),
            new Aggregating(model, spec),
            spec.columns().stream().map(fields::grouping).toList(),
            options.getDuplicates().equals("fail"),
            new FolderSink(
                folders,
                place.terms(),
                options.getMaxDeadLetterShare(),
                kept,
                recorded(spec),
                FilesSource.withoutRows(inputs),
                null));
  }

  private @Nullable String required(String option, @Nullable String value) {
    return Required.option(AggregateCommand.NAME, option, value, problems);
  }

  private List<ParquetInput> inputs(
      @Nullable String pattern, @Nullable ModelRef model, SharedDisk shared) {
    return pattern == null
        ? List.of()
        : new InputCheck(problems, notes)
            .find(
                "--input",
                pattern,
                shared,
                options.getMaxPageBytes(),
                model == null ? null : model.model());
  }

  /** Null when it can't be made, which is reported. */
  private @Nullable AggregateSpec spec(@Nullable ModelRef model) {
    ScoreSpec score = ScoreSpecs.of(options, problems);
    List<Statistic> statistics = new ArrayList<>();
    options.getSum().forEach(output -> statistics.add(Statistic.sum(output)));
    options.getMean().forEach(output -> statistics.add(Statistic.mean(output)));
    if (statistics.isEmpty()) {
      problems.add("--sum or --mean is required; credence help aggregate explains them");
    }
    if (!Set.of("fail", "report").contains(options.getDuplicates())) {
      problems.add("--duplicates=%s: must be fail or report".formatted(options.getDuplicates()));
    }
    if (model == null || statistics.isEmpty() || score.predict().keyField() == null) {
      return null;
    }
    try {
      AggregateSpec spec = new AggregateSpec(score, groupings, statistics, options.getWeight());
      OutputNames.check(
          options, "There is no total", "there are", spec.outputs(model.model()), problems);
      return spec;
    } catch (IllegalArgumentException e) {
      problems.add("--sum, --mean: " + e.getMessage());
      return null;
    }
  }

  private void checkFields(ModelRef model, AggregateSpec spec, FieldCheck fields) {
    model.model().features().forEach(each -> fields.problem(each).ifPresent(problems::add));
    String key = String.valueOf(spec.score().predict().keyField());
    report("--keyField", key, fields.whyNoKey(key));
    Set<String> grouped = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    List<String> good = new ArrayList<>();
    for (String column : spec.columns()) {
      Optional<String> why = fields.whyNoGroup(column);
      report("--by", column, why);
      if (why.isEmpty()) {
        good.add(column);
        grouped.add(column);
      }
    }
    String weight = spec.weight();
    if (weight != null) {
      report("--weight", weight, fields.whyNoWeight(weight));
    }
    TotalsTable table =
        new TotalsTable(model.model(), spec, good.stream().map(fields::grouping).toList());
    for (String added : table.added()) {
      if (grouped.contains(added)) {
        problems.add(
            "--by=%s: the totals have a column of this name; rename that of the input"
                .formatted(added));
      }
    }
  }

  private void report(String option, String column, Optional<String> why) {
    why.ifPresent(reason -> problems.add("%s=%s: %s".formatted(option, column, reason)));
  }

  /** What bears on results, or on where they come from; nothing that could hold a secret. */
  private Map<String, Object> recorded(AggregateSpec spec) {
    Map<String, Object> recorded = new LinkedHashMap<>();
    recorded.put("input", options.getInput());
    recorded.put("by", spec.groupings());
    recorded.put("sum", options.getSum());
    recorded.put("mean", options.getMean());
    recorded.put("weight", options.getWeight());
    recorded.put("duplicates", options.getDuplicates());
    recorded.put("numSamples", spec.score().predict().numSamples());
    recorded.putAll(SummaryOption.recorded(options));
    recorded.put("seed", spec.score().predict().seed());
    recorded.put("keyField", spec.score().predict().keyField());
    recorded.put("maxDeadLetterShare", options.getMaxDeadLetterShare());
    if (options.getDeadLetterColumns() != null) {
      recorded.put("deadLetterColumns", options.getDeadLetterColumns());
    }
    return recorded;
  }
}
