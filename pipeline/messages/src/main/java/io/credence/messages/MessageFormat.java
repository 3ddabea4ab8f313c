package io.credence.messages;

import io.credence.model.Model;
import io.credence.problem.Problems;
import io.credence.score.ScoreColumns;
import io.credence.score.ScoreSpec;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** How messages are read, and how they are written with their scores. */
public interface MessageFormat extends Serializable {

  /**
   * Finds out whether messages could be scored and written.
   *
   * @param settings of Kafka's clients, with the password of a registry
   * @param problems receives a line for each thing because of which none could
   */
  void check(Model model, ScoreSpec spec, Map<String, ?> settings, Problems problems);

  /**
   * Makes the schema of the output known to those who read it, where that is done before a job
   * starts: writes it into its file.
   *
   * @throws IllegalArgumentException when the file has another schema
   * @throws IOException when it can't be read or written
   */
  void publish(ScoreColumns columns) throws IOException;

  /**
   * A codec for a worker.
   *
   * @param fields what a model needs of a message
   * @param columns what is added
   * @param settings of Kafka's clients, with the password of a registry
   */
  MessageCodec open(List<String> fields, ScoreColumns columns, Map<String, ?> settings);
}
