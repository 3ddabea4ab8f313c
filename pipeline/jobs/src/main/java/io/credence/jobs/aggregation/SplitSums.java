package io.credence.jobs.aggregation;

import io.credence.aggregate.Groups;
import io.credence.beam.Aggregating;
import io.credence.beam.ModelRef;
import io.credence.beam.RecordAggregator;
import io.credence.beam.RecordSource;
import io.credence.beam.ScoringMetrics;
import io.credence.deadletter.DeadLetterCode;
import io.credence.jobs.output.DeadLetterFile;
import io.credence.jobs.scoring.NumberedSplit;
import io.credence.jobs.sink.folder.KeptFields;
import io.credence.jobs.sink.folder.SplitContent;
import io.credence.jobs.sink.folder.SplitRows.Counts;
import io.credence.parquet.GroupFormat;
import io.credence.parquet.SplitReader;
import io.credence.predict.FieldReader;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import org.apache.parquet.example.data.Group;
import org.jspecify.annotations.Nullable;

/**
 * Sums the rows of one split after another up, and writes the sums of its groups and the keys of
 * its rows as runs. Memory is bounded: when there are very many groups, what is known of them is
 * written, and begun anew.
 *
 * <p>Not thread-safe: it owns scratch memory.
 */
final class SplitSums implements SplitContent {

  private final ModelRef model;
  private final KeptFields kept;
  private final List<String> fields;
  private final RecordAggregator<Group> aggregator;
  private @Nullable FieldReader<Group> reader;

  SplitSums(Aggregating aggregating, ScoringMetrics metrics, KeptFields kept) {
    this.model = aggregating.model();
    this.kept = kept;
    this.fields = aggregating.fields();
    this.aggregator =
        aggregating.open(
            (row, field) -> Objects.requireNonNull(reader, "no split is read").read(row, field),
            metrics);
  }

  @Override
  public Counts write(
      NumberedSplit split, SplitReader rows, WritableByteChannel file, DeadLetterFile letters)
      throws IOException {
    GroupFormat format = new GroupFormat(rows.schema());
    reader = format.reader(fields);
    EnumMap<DeadLetterCode, Long> dead = new EnumMap<>(DeadLetterCode.class);
    List<KeyPlace> keys = new ArrayList<>();
    Groups groups = aggregator.groups();
    groups.addTotals();
    RecordAggregator.DeadLetters<Group> refused =
        (row, reason) -> {
          RecordSource source = RecordSource.row(split.split().file(), rows.row());
          kept.write(reason, model, source, format, row, letters);
          dead.merge(reason.code(), 1L, Long::sum);
        };
    try (RunsWriter runs = new RunsWriter(file)) {
      for (Group row = rows.next(); row != null; row = rows.next()) {
        if (aggregator.aggregate(row, groups, refused)) {
          keys.add(KeyPlace.of(aggregator.recordId(), split.index(), rows.row()));
        }
        if (groups.isFull()) {
          GroupRuns.write(groups.take(), runs);
        }
      }
      GroupRuns.write(groups.take(), runs);
      KeyRuns.write(keys, runs);
    }
    return new Counts(keys.size(), dead);
  }

  @Override
  public void flush() {
    aggregator.flush();
  }
}
