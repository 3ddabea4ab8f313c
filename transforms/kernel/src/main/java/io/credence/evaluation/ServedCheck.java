package io.credence.evaluation;

import io.credence.deadletter.UnscorableException;
import io.credence.model.Model;
import io.credence.predict.FieldReader;
import io.credence.problem.Excerpt;
import io.credence.score.ScoreColumns;
import io.credence.score.ScoreSpec;
import io.credence.score.Scored;
import io.credence.score.ScoredColumn;
import io.credence.score.ScoredRow;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares the scores that records bring along with what the model says of them, bit by bit. */
final class ServedCheck {

  /** Where these differ, all others do: they say why. */
  private static final List<String> FIRST = List.of("model_digest", "n_samples");

  private final ScoreColumns columns;
  private final List<ScoredColumn> all;
  private final int[] compared;

  private ServedCheck(Model model, ScoreSpec served, Set<String> passedOver) {
    this.columns = ScoreColumns.of(model, served);
    this.all = columns.columns();
    this.compared =
        IntStream.range(0, all.size())
            .filter(i -> !passedOver.contains(all.get(i).name()))
            .boxed()
            .sorted(Comparator.comparingInt(i -> rank(all.get(i).name())))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  private static int rank(String column) {
    return FIRST.contains(column) ? FIRST.indexOf(column) : FIRST.size();
  }

  /** Compares all columns. */
  ServedCheck(Model model, ScoreSpec served) {
    this(model, served, Set.of());
  }

  /** Compares all but the interval whose probability its columns don't name. */
  static ServedCheck ofAnyIntervals(Model model, ScoreSpec served) {
    return new ServedCheck(
        model,
        served,
        model.outputs().stream()
            .flatMap(each -> Stream.of(each.name() + "_pred_lower", each.name() + "_pred_upper"))
            .collect(Collectors.toSet()));
  }

  /** What is wrong with the score of a record that can have none. */
  static String unscorable(UnscorableException reason) {
    return "has a score, but can't have one: " + reason.reason();
  }

  List<String> fields() {
    return Arrays.stream(compared).mapToObj(i -> all.get(i).name()).toList();
  }

  /**
   * What is wrong with the first column that differs, of the model's digest, the number of samples,
   * and then all others; null when none does.
   *
   * @param reader reads {@link #fields}
   */
  <T> @Nullable String difference(FieldReader<T> reader, T record, Scored scored) {
    ScoredRow row = columns.row(scored);
    for (int i = 0; i < compared.length; i++) {
      Object served = widened(reader.read(record, i));
      Object right = value(row, compared[i]);
      if (!Objects.equals(served, right)) {
        return "%s is %s, but the model says %s"
            .formatted(
                all.get(compared[i]).name(),
                Excerpt.of(String.valueOf(served)),
                Excerpt.of(String.valueOf(right)));
      }
    }
    return null;
  }

  /** JSON does not tell how wide a whole number is. */
  private static @Nullable Object widened(@Nullable Object value) {
    return value instanceof Integer whole ? (Object) whole.longValue() : value;
  }

  /** As a reader has it. Boxed numbers are equal when their bits are. */
  private Object value(ScoredRow row, int column) {
    return switch (all.get(column).type()) {
      case DOUBLE -> row.doubleAt(column);
      case DOUBLE_LIST -> Arrays.stream(row.doublesAt(column)).boxed().toList();
      case LONG -> row.longAt(column);
      case STRING -> row.stringAt(column);
      case STRING_LIST -> row.stringsAt(column);
    };
  }
}
