package io.credence.jobs.aggregation;

import io.credence.aggregate.GroupReduction;
import io.credence.beam.Aggregating;
import io.credence.files.NamedChannel;
import io.credence.jobs.output.Lineage;
import io.credence.jobs.scoring.NumberedSplit;
import io.credence.jobs.sink.folder.Manifest.DuplicateKeys;
import io.credence.jobs.sink.folder.Results;
import io.credence.jobs.sink.folder.RunFolders;
import io.credence.jobs.sink.folder.SplitResult;
import io.credence.model.Model;
import io.credence.parquet.TableColumn;
import io.credence.parquet.TableWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/**
 * One table of all groups, in their order, from the runs of all splits. Two groups are in memory at
 * once, however many there are.
 *
 * @param aggregating how records were summed up
 * @param by the columns that records are grouped by
 * @param refusesDuplicates whether the run is given up when several records have one key
 * @param folders where the table goes
 * @param durable whether it outlives a loss of power
 */
record MergedTotals(
    Aggregating aggregating,
    ArrayList<TableColumn> by,
    boolean refusesDuplicates,
    RunFolders folders,
    boolean durable)
    implements Results {

  @Override
  public Made make(List<SplitResult> splits) throws IOException {
    List<Run> runs = new ArrayList<>();
    for (SplitResult split : splits) {
      runs.addAll(Run.of(split.scoredFile().location()));
    }
    List<NumberedSplit> places = splits.stream().map(SplitResult::task).toList();
    DuplicateKeys duplicates = duplicates(places, few(runs, Run.Kind.KEYS));
    if (refusesDuplicates && duplicates.keys() > 0) {
      return new Made(List.of(), refusal(duplicates), duplicates);
    }
    return new Made(List.of(table(few(runs, Run.Kind.GROUPS))), null, duplicates);
  }

  private List<Run> few(List<Run> runs, Run.Kind kind) throws IOException {
    return new FewRuns(folders).of(runs.stream().filter(run -> run.kind() == kind).toList());
  }

  private DuplicateKeys duplicates(List<NumberedSplit> splits, List<Run> keys) throws IOException {
    String keyField = aggregating.spec().score().predict().keyField();
    Duplicates duplicates = new Duplicates(splits, Objects.requireNonNull(keyField));
    KeyRuns.merge(keys, duplicates::add);
    return duplicates.found();
  }

  private static String refusal(DuplicateKeys duplicates) {
    return String.format(
        Locale.ROOT,
        "%,d records have %,d keys that others have, too, such as %s; a key must be unique, or"
            + " records share their noise and their sum has too much of it; --duplicates=report"
            + " sums them all the same",
        duplicates.records(),
        duplicates.keys(),
        duplicates.examples().get(0));
  }

  private Part table(List<Run> groups) throws IOException {
    Model model = aggregating.model().model();
    TotalsTable table = new TotalsTable(model, aggregating.spec(), by);
    GroupReduction reduction = GroupReduction.of(model, aggregating.spec());
    NamedChannel file =
        NamedChannel.create(
            folders.temporaryScored(UUID.randomUUID() + "-totals"),
            "application/octet-stream",
            durable);
    long rows;
    try (file;
        TableWriter writer =
            TableWriter.open(
                file,
                table.columns(),
                Lineage.footer(aggregating.model(), aggregating.spec().score()))) {
      GroupRuns.merge(groups, (key, sums) -> writer.write(table.row(reduction.reduce(key, sums))));
      rows = writer.rows();
    }
    return new Part(file.written(), rows);
  }
}
