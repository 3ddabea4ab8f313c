package io.credence.beam;

import io.credence.aggregate.AggregateSpec;
import io.credence.aggregate.Aggregator;
import java.io.Serializable;
import java.util.List;

/**
 * How records are summed up: by which model, and in which groups. It travels with a job to each way
 * in which records are summed up, which {@linkplain #open opens} an aggregator of it for each
 * thread. Immutable.
 *
 * @param model what predicts the records
 * @param spec the groups, and what becomes of their sums
 */
public record Aggregating(ModelRef model, AggregateSpec spec) implements Serializable {

  /** What the reader of a record must read, in this order. */
  public List<String> fields() {
    return Aggregator.fields(model.model(), spec);
  }

  /** The same without {@linkplain ModelRef#bare files}, for steps that only name the model. */
  public Aggregating bare() {
    return new Aggregating(model.bare(), spec);
  }

  /**
   * Makes an aggregator, for one thread.
   *
   * @param reader reads {@link #fields}, by position
   */
  public <T> RecordAggregator<T> open(RecordReader<T> reader, ScoringMetrics metrics) {
    return new RecordAggregator<>(Aggregator.of(model.model(), spec, reader), reader, metrics);
  }
}
