package io.credence.jobs.labels;

import io.credence.evaluation.Evaluation;
import io.credence.evaluation.RecordCount;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.jspecify.annotations.Nullable;

/** Brings the records and the labels of one bucket together. Its memory grows with the bucket. */
final class MatchKeysFn extends DoFn<KV<Integer, Iterable<byte[]>>, KV<Integer, byte[]>> {

  private static final long serialVersionUID = 1;

  /** What is known of one key. */
  private static final class Match {
    private KeyEntry.@Nullable OfRecords records;
    private boolean severalRecords;
    private @Nullable FoundLabels labels;
    private long labelCount;
  }

  @ProcessElement
  public void process(@Element KV<Integer, Iterable<byte[]>> bucket, MultiOutputReceiver out)
      throws IOException {
    Map<String, Match> matches = new HashMap<>();
    Blocks found = new Blocks(out.get(FindLabels.FOUND));
    Blocks.read(
        bucket.getValue(),
        in -> {
          KeyEntry entry = KeyEntry.readFrom(in);
          Match match = matches.computeIfAbsent(entry.key(), key -> new Match());
          if (entry instanceof KeyEntry.OfRecords records) {
            add(records, match, found);
          } else if (entry instanceof KeyEntry.OfLabels labels) {
            match.labels = labels.first();
            match.labelCount += labels.count();
          }
        });
    Evaluation counts = Evaluation.empty();
    for (Map.Entry<String, Match> each : matches.entrySet()) {
      end(each.getKey(), each.getValue(), found, counts);
    }
    found.flush();
    out.get(FindLabels.COUNTS).output(counts);
  }

  private static void add(KeyEntry.OfRecords records, Match match, Blocks found)
      throws IOException {
    match.severalRecords |= records.several() || match.records != null;
    if (match.records == null) {
      match.records = records;
    } else {
      send(records, FoundLabels.predictedTwice(records.key()), found);
    }
  }

  private static void end(String key, Match match, Blocks found, Evaluation counts)
      throws IOException {
    KeyEntry.OfRecords records = match.records;
    FoundLabels labels = match.labels;
    if (records == null) {
      counts.count(RecordCount.NOT_PREDICTED, match.labelCount);
    } else if (match.severalRecords) {
      send(records, FoundLabels.predictedTwice(key), found);
    } else if (match.labelCount > 1) {
      send(records, FoundLabels.labelledTwice(key), found);
    } else if (labels != null) {
      send(records, labels, found);
    }
  }

  private static void send(KeyEntry.OfRecords records, FoundLabels labels, Blocks found)
      throws IOException {
    found.add(records.group(), RowLabels.entry(records.row(), labels));
  }
}
