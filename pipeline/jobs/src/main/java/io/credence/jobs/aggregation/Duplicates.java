package io.credence.jobs.aggregation;

import io.credence.jobs.scoring.NumberedSplit;
import io.credence.jobs.sink.folder.Manifest.DuplicateKeys;
import io.credence.parquet.GroupFormat;
import io.credence.parquet.ParquetSplit;
import io.credence.parquet.SplitReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.parquet.example.data.Group;
import org.jspecify.annotations.Nullable;

/**
 * Finds the keys that several records have, in one pass over all keys in their order. A few of them
 * are kept as examples.
 */
final class Duplicates {

  private static final int MOST_EXAMPLES = 10;

  /** Of one key. */
  private static final int MOST_PLACES = 3;

  private final List<NumberedSplit> splits;
  private final String keyField;
  private final List<List<KeyPlace>> examples = new ArrayList<>();
  private @Nullable KeyPlace last;
  private long ofLast;
  private long keys;
  private long records;

  /**
   * @param splits of which places speak, in their order
   */
  Duplicates(List<NumberedSplit> splits, String keyField) {
    this.splits = splits;
    this.keyField = keyField;
  }

  /** Takes the next key. */
  void add(KeyPlace place) {
    KeyPlace before = last;
    last = place;
    if (before == null || !before.hasKeyOf(place)) {
      ofLast = 1;
      return;
    }
    ofLast++;
    records += ofLast == 2 ? 2 : 1;
    if (ofLast == 2) {
      keys++;
      if (keys <= MOST_EXAMPLES) {
        examples.add(new ArrayList<>(List.of(before)));
      }
    }
    if (keys <= MOST_EXAMPLES && ofLast <= MOST_PLACES) {
      examples.get(examples.size() - 1).add(place);
    }
  }

  /** What was found. The rows of examples are read again, for their keys. */
  DuplicateKeys found() throws IOException {
    List<String> lines = new ArrayList<>();
    for (List<KeyPlace> places : examples) {
      lines.add(
          keyField
              + "="
              + key(places.get(0))
              + ": "
              + places.stream().map(this::place).collect(Collectors.joining(", ")));
    }
    return new DuplicateKeys(keys, records, lines);
  }

  private String place(KeyPlace place) {
    return split(place).file() + " row " + place.row();
  }

  private ParquetSplit split(KeyPlace place) {
    return splits.get(place.split()).split();
  }

  private String key(KeyPlace place) throws IOException {
    ParquetSplit split = split(place);
    ParquetSplit row =
        new ParquetSplit(
            split.file(),
            split.bytes(),
            place.row(),
            1,
            split.maxPageBytes(),
            split.path(),
            split.output());
    try (SplitReader rows = SplitReader.open(row)) {
      Group found = Objects.requireNonNull(rows.next(), "The split has the row");
      return String.valueOf(
          new GroupFormat(rows.schema()).reader(List.of(keyField)).read(found, 0));
    }
  }
}
