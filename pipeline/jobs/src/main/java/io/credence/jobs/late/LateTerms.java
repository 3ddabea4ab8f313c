package io.credence.jobs.late;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * How predictions and labels find each other.
 *
 * @param key the field of both whose value they share: a whole number, or a text
 * @param labels the field of the label of each output of the model, in their order
 * @param labelWait how long a prediction waits for its label, and a pair for another one
 * @param predictionWait how long a label waits for its prediction
 * @param window how long the windows are that figures are of, beside those since the start
 * @param pace how long figures may be behind
 */
public record LateTerms(
    String key,
    List<String> labels,
    Duration labelWait,
    Duration predictionWait,
    Duration window,
    Duration pace)
    implements Serializable {

  public LateTerms {
    labels = List.copyOf(labels);
  }

  /**
   * How long a window is kept in which nothing changes. Its time is over and all of its predictions
   * have waited by then, unless one came later than all others by as long.
   */
  Duration kept() {
    return window.plus(labelWait.multipliedBy(2)).plus(pace);
  }
}
