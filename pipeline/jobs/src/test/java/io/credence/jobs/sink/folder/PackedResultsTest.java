package io.credence.jobs.sink.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credence.deadletter.DeadLetterCode;
import io.credence.files.WrittenFile;
import io.credence.jobs.scoring.NumberedSplit;
import io.credence.parquet.OutputSchema;
import io.credence.parquet.ParquetSplit;
import io.credence.parquet.PathColumn;
import io.credence.parquet.PathColumns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PackedResultsTest {

  private static final WrittenFile FILE = new WrittenFile("/tmp/part-0.parquet", 7, "ab");

  private static SplitResult result(PathColumns path, @Nullable WrittenFile letters) {
    ParquetSplit split =
        new ParquetSplit("/in/a.parquet", 10, 0, 3, 1 << 20, path, new OutputSchema("AAAA"));
    EnumMap<DeadLetterCode, Long> counts = new EnumMap<>(DeadLetterCode.class);
    if (letters != null) {
      Arrays.stream(DeadLetterCode.values()).forEach(code -> counts.put(code, 1L));
    }
    ShadowResult shadow =
        letters == null ? null : new ShadowResult(FILE, 2, new TreeMap<>(Map.of("FAILED", 1L)));
    return new SplitResult(
        new NumberedSplit(0, 1, split),
        3,
        FILE,
        counts,
        letters,
        new ChallengerCounts(2, 1),
        shadow);
  }

  @Test
  void everythingThatResultsAreMadeOfComesBack() {
    List<PathColumn> columns = new ArrayList<>();
    for (PathColumn.Kind kind : PathColumn.Kind.values()) {
      columns.add(new PathColumn(kind.name(), kind, "1"));
      columns.add(new PathColumn("no" + kind, kind, null));
    }
    List<SplitResult> results =
        List.of(result(PathColumns.NONE, null), result(PathColumns.of(columns), FILE));
    assertThat(PackedResults.of(results).unpack()).isEqualTo(results);
  }

  @Test
  void manyResultsComeBack() {
    List<SplitResult> results = Collections.nCopies(20_000, result(PathColumns.NONE, FILE));
    assertThat(PackedResults.of(results).unpack()).isEqualTo(results);
  }

  /** A list of another class than results are made of, which Java would otherwise build. */
  @Test
  void anotherClassIsRefused() {
    ArrayList<PathColumn> columns = new Foreign();
    columns.add(new PathColumn("x", PathColumn.Kind.TEXT, "1"));
    PackedResults packed = PackedResults.of(List.of(result(new PathColumns(columns), null)));
    assertThatThrownBy(packed::unpack)
        .hasRootCauseInstanceOf(java.io.InvalidClassException.class)
        .hasRootCauseMessage("filter status: REJECTED");
  }

  private static final class Foreign extends ArrayList<PathColumn> {
    private static final long serialVersionUID = 1;
  }
}
