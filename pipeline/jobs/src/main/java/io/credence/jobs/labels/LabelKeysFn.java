package io.credence.jobs.labels;

import io.credence.beam.ModelRef;
import io.credence.evaluation.Evaluation;
import io.credence.evaluation.LabelReader;
import io.credence.evaluation.LabelReader.InvalidLabelException;
import io.credence.evaluation.RecordCount;
import io.credence.jobs.scoring.NumberedSplit;
import io.credence.jobs.scoring.SplitGroup;
import io.credence.parquet.GroupFormat;
import io.credence.parquet.SplitReader;
import io.credence.predict.FieldReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.parquet.example.data.Group;
import org.jspecify.annotations.Nullable;

/** Reads labels with their keys. A row without any label is as if it were not there. */
final class LabelKeysFn extends DoFn<SplitGroup<NumberedSplit>, KV<Integer, byte[]>> {

  private static final long serialVersionUID = 1;

  private final ModelRef model;
  private final String key;
  private final ArrayList<String> columns;
  private final int buckets;
  private transient List<LabelReader> readers = List.of();

  LabelKeysFn(ModelRef model, LabelFiles labels, int buckets) {
    this.model = model;
    this.key = labels.key();
    this.columns = new ArrayList<>(labels.columns());
    this.buckets = buckets;
  }

  @Setup
  public void setup() {
    readers = model.model().outputs().stream().map(LabelReader::of).toList();
  }

  @ProcessElement
  public void process(@Element SplitGroup<NumberedSplit> group, MultiOutputReceiver out)
      throws IOException {
    Blocks keys = new Blocks(out.get(FindLabels.KEYS));
    Evaluation counts = Evaluation.empty();
    for (NumberedSplit split : group.splits()) {
      for (KeyEntry.OfLabels entry : read(split, counts).values()) {
        keys.add(KeyEntry.bucket(entry.key(), buckets), entry);
      }
    }
    keys.flush();
    out.get(FindLabels.COUNTS).output(counts);
  }

  private Map<String, KeyEntry.OfLabels> read(NumberedSplit split, Evaluation counts)
      throws IOException {
    Map<String, KeyEntry.OfLabels> entries = new HashMap<>();
    List<String> fields = new ArrayList<>(columns);
    fields.add(key);
    try (SplitReader rows = SplitReader.open(split.split())) {
      FieldReader<Group> reader = new GroupFormat(rows.schema()).reader(fields);
      for (Group row = rows.next(); row != null; row = rows.next()) {
        Object value = reader.read(row, columns.size());
        String text = value == null ? "" : value.toString();
        FoundLabels labels = labels(reader, row, text);
        if (labels != null && value == null) {
          counts.count(RecordCount.NOT_PREDICTED, 1);
        } else if (labels != null) {
          KeyEntry.OfLabels known = entries.get(text);
          entries.put(
              text, known == null ? new KeyEntry.OfLabels(text, 1, labels) : known.oneMore());
        }
      }
    }
    return entries;
  }

  /** Null when there is none. */
  private @Nullable FoundLabels labels(FieldReader<Group> reader, Group row, String text) {
    double[] values = new double[columns.size()];
    boolean any = false;
    try {
      for (int i = 0; i < values.length; i++) {
        values[i] = readers.get(i).read(reader.read(row, i));
        any |= !Double.isNaN(values[i]);
      }
    } catch (InvalidLabelException e) {
      return FoundLabels.invalid(text, e);
    }
    return any ? FoundLabels.of(values) : null;
  }
}
