package io.credence.jobs.labels;

import io.credence.jobs.scoring.NumberedSplit;
import io.credence.jobs.scoring.SplitGroup;
import io.credence.parquet.GroupFormat;
import io.credence.parquet.SplitReader;
import io.credence.predict.FieldReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.parquet.example.data.Group;
import org.jspecify.annotations.Nullable;

/** Reads the keys of records, and says at once of which ones it is clear that they get no label. */
final class RecordKeysFn extends DoFn<SplitGroup<NumberedSplit>, KV<Integer, byte[]>> {

  private static final long serialVersionUID = 1;

  private final String key;
  private final int buckets;

  RecordKeysFn(String key, int buckets) {
    this.key = key;
    this.buckets = buckets;
  }

  @ProcessElement
  public void process(@Element SplitGroup<NumberedSplit> group, MultiOutputReceiver out)
      throws IOException {
    Blocks keys = new Blocks(out.get(FindLabels.KEYS));
    Blocks found = new Blocks(out.get(FindLabels.FOUND));
    int number = FindLabels.number(group);
    int row = 0;
    for (NumberedSplit split : group.splits()) {
      Map<String, KeyEntry.OfRecords> entries = new HashMap<>();
      try (SplitReader rows = SplitReader.open(split.split())) {
        FieldReader<Group> reader = new GroupFormat(rows.schema()).reader(List.of(key));
        for (Group each = rows.next(); each != null; each = rows.next()) {
          FoundLabels clear = add(reader.read(each, 0), number, row, entries);
          if (clear != null) {
            found.add(number, RowLabels.entry(row, clear));
          }
          row++;
        }
      }
      for (KeyEntry.OfRecords entry : entries.values()) {
        keys.add(KeyEntry.bucket(entry.key(), buckets), entry);
      }
    }
    keys.flush();
    found.flush();
  }

  /** Null when other splits may say more. */
  private @Nullable FoundLabels add(
      @Nullable Object value, int group, int row, Map<String, KeyEntry.OfRecords> entries) {
    if (value == null) {
      return FoundLabels.withoutKey(key);
    }
    String text = value.toString();
    KeyEntry.OfRecords first =
        entries.putIfAbsent(text, new KeyEntry.OfRecords(text, group, row, false));
    if (first == null) {
      return null;
    }
    entries.put(text, first.oneMore());
    return FoundLabels.predictedTwice(text);
  }
}
