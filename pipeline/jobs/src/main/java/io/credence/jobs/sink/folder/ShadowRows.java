package io.credence.jobs.sink.folder;

import io.credence.beam.RecordReader;
import io.credence.beam.Scoring;
import io.credence.beam.Shadow;
import io.credence.beam.ShadowEnd;
import io.credence.files.NamedChannel;
import io.credence.jobs.output.Lineage;
import io.credence.parquet.GroupFormat;
import io.credence.parquet.SplitReader;
import io.credence.predict.FieldReader;
import io.credence.rollout.Compared;
import io.credence.rollout.ComparedColumns;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.parquet.example.data.Group;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a challenger says of the rows of one split after another into a file each.
 *
 * <p>Not thread-safe: it is at one row at a time.
 */
final class ShadowRows implements ShadowEnd<Group> {

  private final ComparedColumns columns;
  private final @Nullable String keyField;
  private final Map<String, String> lineage;
  private @Nullable List<String> fields;
  private @Nullable FieldReader<Group> reader;
  private @Nullable ShadowFile file;
  private @Nullable SplitReader rows;

  ShadowRows(Scoring scoring, Shadow shadow) {
    this.columns = columns(scoring, shadow);
    this.keyField = scoring.spec().predict().keyField();
    this.lineage = lineage(scoring, shadow);
  }

  static ComparedColumns columns(Scoring scoring, Shadow shadow) {
    return ComparedColumns.of(scoring.model().model(), shadow.scorer(), scoring.spec());
  }

  private static Map<String, String> lineage(Scoring scoring, Shadow shadow) {
    Map<String, String> footer = new TreeMap<>(Lineage.footer(shadow.challenger(), scoring.spec()));
    footer.put("credence.champion_digest", scoring.model().digest().hex());
    return footer;
  }

  /**
   * Begins a split.
   *
   * @param from the file of its rows
   * @param to receives comparisons; it is closed with what is returned
   */
  ShadowFile begin(SplitReader split, String from, NamedChannel to) throws IOException {
    rows = split;
    reader = null;
    ShadowFile begun = ShadowFile.open(split.schema(), keyField, from, columns, lineage, to);
    file = begun;
    return begun;
  }

  @Override
  public RecordReader<Group> reader(List<String> names) {
    fields = names;
    return (row, field) -> current().read(row, field);
  }

  private FieldReader<Group> current() {
    FieldReader<Group> ready = reader;
    if (ready == null) {
      ready = new GroupFormat(require(rows).schema()).reader(require(fields));
      reader = ready;
    }
    return ready;
  }

  @Override
  public void compared(Group row, Compared compared) throws IOException {
    require(file).write(require(rows).row(), row, columns.row(compared));
  }

  @Override
  public void failed(Group row, String failure) {
    require(file).failed(failure);
  }

  private static <T> T require(@Nullable T begun) {
    if (begun == null) {
      throw new IllegalStateException("No split was begun");
    }
    return begun;
  }
}
