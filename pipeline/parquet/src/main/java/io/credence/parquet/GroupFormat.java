package io.credence.parquet;

import com.fasterxml.jackson.core.JsonGenerator;
import io.credence.beam.RecordFormat;
import io.credence.predict.FieldReader;
import java.io.IOException;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.MessageType;

/**
 * Rows of a Parquet file, as scoring sees them.
 *
 * @param schema the schema of the rows
 */
@SuppressWarnings("serial") // Made where it is used; a schema does not travel.
public record GroupFormat(MessageType schema) implements RecordFormat<Group> {

  @Override
  public FieldReader<Group> reader(List<String> names) {
    GroupFields fields = GroupFields.of(schema, names);
    return fields::value;
  }

  @Override
  public void writeJson(Group row, JsonGenerator out) throws IOException {
    GroupJson.write(row, out);
  }
}
