package io.credence.evaluation;

import io.credence.model.Model;
import io.credence.predict.FieldReader;
import io.credence.problem.Excerpt;
import io.credence.score.ScoreColumns;
import io.credence.score.ScoreSpec;
import io.credence.score.Scored;
import io.credence.score.ScoredColumn;
import io.credence.score.ScoredRow;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares the scores that records bring along with what the model says of them, bit by bit. */
final class ServedCheck {

  private final ScoreColumns columns;
  private final List<ScoredColumn> expected;

  ServedCheck(Model model, ScoreSpec served) {
    this.columns = ScoreColumns.of(model, served);
    this.expected = columns.columns();
  }

  List<String> fields() {
    return expected.stream().map(ScoredColumn::name).toList();
  }

  /**
   * What is wrong with the first column that differs; null when none does.
   *
   * @param reader reads {@link #fields}
   */
  <T> @Nullable String difference(FieldReader<T> reader, T record, Scored scored) {
    ScoredRow row = columns.row(scored);
    for (int i = 0; i < expected.size(); i++) {
      Object served = reader.read(record, i);
      Object right = value(row, i);
      if (!Objects.equals(served, right)) {
        return "%s is %s, but the model says %s"
            .formatted(
                expected.get(i).name(),
                Excerpt.of(String.valueOf(served)),
                Excerpt.of(String.valueOf(right)));
      }
    }
    return null;
  }

  /** As a reader has it. Boxed numbers are equal when their bits are. */
  private Object value(ScoredRow row, int column) {
    return switch (expected.get(column).type()) {
      case DOUBLE -> row.doubleAt(column);
      case DOUBLE_LIST -> Arrays.stream(row.doublesAt(column)).boxed().toList();
      case LONG -> row.longAt(column);
      case STRING -> row.stringAt(column);
      case STRING_LIST -> row.stringsAt(column);
    };
  }
}
