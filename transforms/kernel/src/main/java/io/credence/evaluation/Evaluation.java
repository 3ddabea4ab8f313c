package io.credence.evaluation;

import io.credence.deadletter.DeadLetterCode;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known so far of predictions and labels. Two of them can be merged, and the same records
 * give the same evaluation to the bit in any order and any split: counts are whole numbers, and
 * sums exact.
 *
 * <p>Mutable; not thread-safe.
 */
public final class Evaluation {

  /** More than a person, or a report, looks at. */
  public static final int MOST_SEGMENTS = 10_000;

  /** Of all segments and outputs, so that an evaluation takes some 80 MB at most. */
  static final int MOST_QUANTITIES = 400_000;

  static final int MOST_ISSUES = 10;
  static final int MOST_EXAMPLES = 200;

  private final EnumMap<RecordCount, Long> counts = new EnumMap<>(RecordCount.class);
  private final EnumMap<DeadLetterCode, Long> deadLetters = new EnumMap<>(DeadLetterCode.class);
  private final EnumMap<RecordCount, Firsts<Issue>> issues = new EnumMap<>(RecordCount.class);
  private final TreeMap<Segment, SegmentStatistics> segments = new TreeMap<>();
  private final List<Firsts<Example>> examples = new ArrayList<>();
  private final Stretches stretches = new Stretches();
  private final int mostExamples;

  private Evaluation(int mostExamples) {
    this.mostExamples = mostExamples;
  }

  /** Nothing yet. */
  public static Evaluation empty() {
    return new Evaluation(MOST_EXAMPLES);
  }

  /**
   * Nothing yet, of records that may be {@linkplain #subtract taken off} again. It shows no
   * examples: where one is taken off, it is not known which would be there in its place.
   */
  public static Evaluation revisable() {
    return new Evaluation(0);
  }

  /**
   * Says where the records stand that are added from now on: in which stretch of records, between
   * one look of a {@link io.credence.decision.Watch} and the next. Within a stretch, any order
   * gives the same figures. Where no record's place is known, there are no looks.
   *
   * @param number of the stretch, from 0; any may follow any
   */
  public void beginStretch(int number) {
    stretches.begin(number);
  }

  /** Counts records; less than 0 takes back what was counted. */
  public void count(RecordCount kind, long records) {
    count(counts, kind, records);
  }

  /** Counts a record that could not be scored. */
  public void deadLetter(DeadLetterCode code) {
    count(deadLetters, code, 1);
  }

  /** A count of 0 is not kept, so that what was taken back leaves no trace. */
  private static <K extends Enum<K>> void count(EnumMap<K, Long> counts, K kind, long records) {
    long sum = counts.getOrDefault(kind, 0L) + records;
    if (sum == 0) {
      counts.remove(kind);
    } else {
      counts.put(kind, sum);
    }
  }

  /** Counts something that should not be, and keeps it when it is among the first of its kind. */
  public void issue(Issue issue) {
    count(issue.kind(), 1);
    keep(issue);
  }

  /** Keeps something that should not be, and is counted by itself, when it is among the first. */
  public void keep(Issue issue) {
    issues.computeIfAbsent(issue.kind(), kind -> new Firsts<>(MOST_ISSUES)).add(issue);
  }

  /**
   * The sums of a segment.
   *
   * @throws IllegalArgumentException when there are too many
   */
  SegmentStatistics segment(Segment segment, List<Quantities> outputs) {
    SegmentStatistics known = segments.get(segment);
    if (known == null) {
      known = SegmentStatistics.of(outputs);
      segments.put(segment, known);
      requireFew();
    }
    return known;
  }

  private void requireFew() {
    if (segments.size() <= 1) {
      return;
    }
    int most = Math.min(MOST_SEGMENTS, MOST_QUANTITIES / segments.firstEntry().getValue().size());
    if (segments.size() > most + 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "There are more than %,d segments of this model, such as %s; choose fields with fewer"
                  + " values",
              most,
              segments.lastKey().values()));
    }
  }

  Firsts<Example> examples(int output) {
    if (mostExamples == 0) {
      return new Firsts<>(0);
    }
    while (examples.size() <= output) {
      examples.add(new Firsts<>(mostExamples));
    }
    return examples.get(output);
  }

  /** Adds another one, which is left as it is. */
  public void add(Evaluation other) {
    other.counts.forEach(this::count);
    other.deadLetters.forEach((code, n) -> count(deadLetters, code, n));
    other.issues.values().forEach(firsts -> firsts.values().forEach(this::keep));
    other.segments.forEach(
        (segment, more) -> {
          SegmentStatistics known = segments.get(segment);
          if (known == null) {
            segments.put(segment, copy(more));
          } else {
            known.add(more);
            removeZero(segment, known);
          }
        });
    requireFew();
    stretches.add(other.stretches);
    for (int i = 0; i < other.examples.size(); i++) {
      other.examples.get(i).values().forEach(examples(i)::add);
    }
  }

  /**
   * Takes off another one, which is left as it is. What was added before is gone to the bit: counts
   * and all sums. What was named as an issue stays named, and stretches are as they were.
   */
  public void subtract(Evaluation other) {
    other.counts.forEach((kind, n) -> count(kind, -n));
    other.deadLetters.forEach((code, n) -> count(deadLetters, code, -n));
    other.segments.forEach(
        (segment, less) -> {
          SegmentStatistics known = segments.get(segment);
          if (known == null) {
            known = copy(less);
            known.subtract(less);
            segments.put(segment, known);
          }
          known.subtract(less);
          removeZero(segment, known);
        });
  }

  /** A segment from which all was taken off is as if it had never been there. */
  private void removeZero(Segment segment, SegmentStatistics statistics) {
    if (statistics.isZero()) {
      segments.remove(segment);
    }
  }

  private static SegmentStatistics copy(SegmentStatistics statistics) {
    try {
      return EvaluationBytes.copy(statistics);
    } catch (IOException e) {
      throw new IllegalStateException("What is in memory can be written there", e);
    }
  }

  /** How many records there were of a kind. */
  public long count(RecordCount kind) {
    return counts.getOrDefault(kind, 0L);
  }

  /** How many records could not be scored, by code. */
  public Map<DeadLetterCode, Long> deadLetters() {
    return Collections.unmodifiableMap(deadLetters);
  }

  /** The first things that should not be, of each kind, in the order of files and rows. */
  public List<Issue> issues() {
    return issues.values().stream().flatMap(firsts -> firsts.values().stream()).toList();
  }

  /** Some labels of an output with their predictions, the same ones in any order of records. */
  public Collection<Example> shown(int output) {
    return output < examples.size() ? examples.get(output).values() : List.of();
  }

  Stretches stretches() {
    return stretches;
  }

  SortedMap<Segment, SegmentStatistics> segments() {
    return segments;
  }

  @Nullable SegmentStatistics all() {
    return segments.get(Segment.ALL);
  }

  /** Writes it. */
  public void writeTo(DataOutput out) throws IOException {
    EvaluationBytes.write(this, out);
  }

  /** Reads what {@link #writeTo} wrote. */
  public static Evaluation readFrom(DataInput in) throws IOException {
    return EvaluationBytes.read(in);
  }

  EnumMap<RecordCount, Long> counts() {
    return counts;
  }

  void put(DeadLetterCode code, long records) {
    deadLetters.put(code, records);
  }

  void put(Segment segment, SegmentStatistics statistics) {
    segments.put(segment, statistics);
  }

  int examples() {
    return examples.size();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Evaluation that
        && counts.equals(that.counts)
        && deadLetters.equals(that.deadLetters)
        && issues.equals(that.issues)
        && segments.equals(that.segments)
        && stretches.equals(that.stretches)
        && examples.equals(that.examples);
  }

  @Override
  public int hashCode() {
    return counts.hashCode();
  }
}
