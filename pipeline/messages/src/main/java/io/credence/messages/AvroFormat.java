package io.credence.messages;

import io.credence.model.Model;
import io.credence.score.ScoreColumns;
import io.credence.score.ScoreSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;

/** Avro in, and Avro or JSON out. */
record AvroFormat(AvroInput input, AvroOutput output) implements MessageFormat {

  @Override
  public List<String> problems(Model model, ScoreSpec spec, Map<String, ?> settings) {
    List<String> problems = new ArrayList<>(input.problems(model, spec, settings));
    problems.addAll(output.problems(settings));
    return problems.stream().distinct().toList();
  }

  @Override
  public void publish(ScoreColumns columns) throws IOException {
    Optional<Schema> schema = input.schema();
    if (schema.isPresent()) {
      output.publish(EnrichedSchema.of(schema.get(), columns.columns()));
    }
  }

  @Override
  public MessageCodec open(List<String> fields, ScoreColumns columns, Map<String, ?> settings) {
    return new AvroCodec(input.open(fields, columns, settings), output.open(columns, settings));
  }
}
