package io.credence.aggregate;

import static io.credence.deadletter.DeadLetterCode.MISSING_FEATURE;
import static io.credence.deadletter.DeadLetterCode.NOT_FINITE;
import static io.credence.deadletter.DeadLetterCode.NOT_FINITE_PREDICTION;
import static io.credence.deadletter.DeadLetterCode.OUT_OF_RANGE;
import static io.credence.deadletter.DeadLetterCode.WRONG_TYPE;

import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;
import io.credence.model.Model;
import io.credence.model.Predictive;
import io.credence.predict.FieldReader;
import io.credence.predict.Predictor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Draws the samples of one record after another and adds them to the sums of its groups: sample i
 * to sample i, which is of the same posterior draw for all records. So what records have in common
 * within a draw, such as a parameter or the effect of a level that the model was not trained on,
 * stays common in their sum.
 *
 * <p>Not thread-safe: it owns scratch memory.
 *
 * @param <T> the type of a record
 */
public final class Aggregator<T> {

  private final AggregateSpec spec;
  private final Predictor predictor;
  private final Predictive room;
  private final FieldReader<T> reader;
  private final FieldReader<T> features;
  private final int[] columns;
  private final int weightField;
  private final double[][] drawn;
  private final double[][] weighted;
  private double weight;

  private Aggregator(Model model, AggregateSpec spec, FieldReader<T> reader) {
    this.spec = spec;
    this.reader = reader;
    this.predictor = Predictor.of(model, spec.score().predict());
    this.room = predictor.room();
    List<String> fields = fields(model, spec);
    int[] modelFields = positions(predictor.fields(), fields);
    this.features = (record, field) -> reader.read(record, modelFields[field]);
    this.columns = positions(spec.columns(), fields);
    this.weightField = spec.weight() == null ? -1 : fields.indexOf(spec.weight());
    List<Integer> summed = spec.summed(model);
    this.drawn = new double[summed.size()][];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = room.samples(summed.get(i));
    }
    this.weighted =
        weightField < 0 ? drawn : new double[drawn.length][spec.score().predict().numSamples()];
  }

  private static int[] positions(List<String> some, List<String> all) {
    return some.stream().mapToInt(all::indexOf).toArray();
  }

  /**
   * Compiles a model.
   *
   * @param reader reads {@link #fields}, by position
   * @throws IllegalArgumentException when the model lacks an output that is summed
   */
  public static <T> Aggregator<T> of(Model model, AggregateSpec spec, FieldReader<T> reader) {
    spec.outputs(model); // Which says what is wrong with one.
    return new Aggregator<>(model, spec, reader);
  }

  /** What a reader of records must read, in this order. */
  public static List<String> fields(Model model, AggregateSpec spec) {
    Set<String> fields =
        new LinkedHashSet<>(Predictor.fields(model, spec.score().predict().keyField()));
    fields.addAll(spec.columns());
    if (spec.weight() != null) {
      fields.add(spec.weight());
    }
    return List.copyOf(fields);
  }

  /** No groups yet, of this model and specification. */
  public Groups groups() {
    return new Groups(spec, drawn.length);
  }

  /**
   * Draws the samples of a record, for {@link #add}.
   *
   * @throws UnscorableException when it can't be scored, or has no weight
   */
  public void draw(T record) throws UnscorableException {
    predictor.predict(features, record, room);
    weight = weightField < 0 ? 1 : weight(reader.read(record, weightField));
    for (int i = 0; i < drawn.length && weightField >= 0; i++) {
      multiply(drawn[i], weight, weighted[i]);
    }
  }

  private double weight(@Nullable Object value) throws UnscorableException {
    if (value == null) {
      throw rejected(MISSING_FEATURE, "is missing");
    }
    if (!(value instanceof Number number)) {
      throw rejected(WRONG_TYPE, "must be a number, but is " + value);
    }
    double given = number.doubleValue();
    if (!Double.isFinite(given)) {
      throw rejected(NOT_FINITE, "must be finite, but is " + given);
    }
    if (given < 0 && spec.hasMean()) {
      throw rejected(OUT_OF_RANGE, "must be at least 0 where a mean is asked for, but is " + given);
    }
    return given;
  }

  private UnscorableException rejected(DeadLetterCode code, String complaint) {
    return new UnscorableException(
        code, "The weight '%s' %s".formatted(spec.weight(), complaint), spec.weight());
  }

  private void multiply(double[] samples, double by, double[] out) throws UnscorableException {
    for (int i = 0; i < out.length; i++) {
      out[i] = samples[i] * by;
      if (!Double.isFinite(out[i])) {
        throw new UnscorableException(
            NOT_FINITE_PREDICTION,
            "The weight '%s' times sample %s must be finite, but %s times %s is %s"
                .formatted(spec.weight(), i, by, samples[i], out[i]),
            spec.weight());
      }
    }
  }

  /** Adds the record that was drawn last. */
  public void add(T record, Groups groups) {
    groups.add(values(record), weighted, weight);
  }

  /** Counts a record that could not be drawn, in the groups that it belongs to. */
  public void addDeadLetter(T record, Groups groups) {
    groups.addDeadLetter(values(record));
  }

  private List<@Nullable Object> values(T record) {
    List<@Nullable Object> values = new ArrayList<>(columns.length);
    for (int column : columns) {
      values.add(GroupKey.value(reader.read(record, column)));
    }
    return values;
  }

  /**
   * Identifies the record that was drawn last, by its key: 16 bytes, which two records share that
   * share their noise.
   */
  public byte[] recordId() {
    return predictor.recordIdBytes();
  }
}
