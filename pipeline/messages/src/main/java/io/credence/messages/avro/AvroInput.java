package io.credence.messages.avro;

import io.credence.model.Model;
import io.credence.problem.Problems;
import io.credence.score.ScoreColumns;
import io.credence.score.ScoreSpec;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;

/** How messages that are read as Avro say their schema. */
interface AvroInput extends Serializable {

  /** The schema of all messages; none when each has its own. */
  Optional<Schema> schema();

  /**
   * Finds out whether messages could be scored.
   *
   * @param settings of Kafka's clients, with the password of a registry
   * @param problems receives a line for each thing because of which none could
   */
  void check(Model model, ScoreSpec spec, Map<String, ?> settings, Problems problems);

  /**
   * Finds the schemas on a worker.
   *
   * @param columns what is added to each
   * @param settings of Kafka's clients, with the password of a registry
   */
  SchemaFinder open(ScoreColumns columns, Map<String, ?> settings);
}
