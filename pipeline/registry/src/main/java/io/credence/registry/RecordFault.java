package io.credence.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What an evaluation may not count, whatever the gates say: its figures are not of all records. */
enum RecordFault {
  SCORE_MISMATCH("scores that are not the model's"),
  ROW_MISMATCH("served files with other rows than their manifest says"),
  PREDICTED_TWICE("records that share their key with another one"),
  LABELLED_TWICE("records with several labels");

  private final String meaning;

  RecordFault(String meaning) {
    this.meaning = meaning;
  }

  /** Those of an evaluation, in words. */
  static List<String> of(JsonNode records) {
    return Arrays.stream(values())
        .filter(fault -> fault.count(records) != 0)
        .map(fault -> fault.what(fault.count(records)))
        .toList();
  }

  private long count(JsonNode records) {
    return records.path(word()).asLong();
  }

  private String what(long count) {
    return "%s is %s, and must be 0: it counts %s".formatted(word(), count, meaning);
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
