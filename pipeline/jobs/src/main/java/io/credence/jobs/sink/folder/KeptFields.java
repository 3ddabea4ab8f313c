package io.credence.jobs.sink.folder;

import com.fasterxml.jackson.core.JsonGenerator;
import io.credence.beam.DeadLetter;
import io.credence.beam.ModelRef;
import io.credence.beam.RecordFormat;
import io.credence.beam.RecordSource;
import io.credence.deadletter.UnscorableException;
import io.credence.jobs.output.DeadLetterFile;
import io.credence.parquet.GroupFormat;
import io.credence.parquet.GroupJson;
import io.credence.predict.FieldReader;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.apache.parquet.example.data.Group;
import org.jspecify.annotations.Nullable;

/**
 * Which fields of a record its dead letter holds. Where it holds not all, its message does not
 * quote the others either.
 *
 * @param names the fields; null for all
 */
public record KeptFields(@Nullable Set<String> names) implements Serializable {

  public static final KeptFields ALL = new KeptFields(null);

  /** Writes the dead letter of a row. */
  public void write(
      UnscorableException reason,
      ModelRef model,
      RecordSource source,
      GroupFormat format,
      Group row,
      DeadLetterFile to)
      throws IOException {
    if (names == null) {
      to.write(DeadLetter.of(reason, model, source, format, row));
    } else {
      Excerpt excerpt = new Excerpt(format, names);
      to.writeExcerpt(DeadLetter.of(quotingKept(reason, names), model, source, excerpt, row));
    }
  }

  private static UnscorableException quotingKept(UnscorableException reason, Set<String> names) {
    String feature = reason.feature();
    return feature != null && names.contains(feature)
        ? reason
        : new UnscorableException(
            reason.code(),
            "Left out, because it may quote a field that --deadLetterColumns leaves out",
            feature);
  }

  /** A row of which only some fields are shown. */
  private record Excerpt(GroupFormat format, Set<String> names) implements RecordFormat<Group> {

    @Override
    public FieldReader<Group> reader(List<String> fields) {
      return format.reader(fields);
    }

    @Override
    public void writeJson(Group row, JsonGenerator out) throws IOException {
      GroupJson.write(row, names::contains, out);
    }
  }
}
